/** A toy sampler: one file, one line in a list, and nothing else. */
import { expect, test } from 'vitest';
import { mixing, mixingRows } from '../../../src/core/levers/mixing.ts';
import { levers } from '../../../src/core/levers/index.ts';
import { samplers as shipped } from '../../../src/core/sampling/index.ts';
import type { Sampler, Seen } from '../../../src/core/sampling/sampler.ts';
import { integer, type NumberRow } from '../../../src/core/settingRows.ts';
import { startTrainerInNode, taskIds } from './trainerInNode.ts';

/** As such a file would read: p ∝ the loss seen of the task to a power, looked at every two steps. */
const seen: Seen[] = [];
const byLoss = {
  name: 'byLoss',
  rows: { lossPower: integer([0, 1, 8]) },
  weights: (channels, { lossPower }, now) => {
    seen.push(now);
    return channels.map((_, m) => (now.lossByTask[m] ?? 1) ** lossPower);
  },
  everyNSteps: () => 2,
} as const satisfies Sampler<{ lossPower: NumberRow }>;
const samplers: readonly Sampler[] = [...shipped, byLoss];

test('an adaptive sampler is asked by its name, sees the losses, and its changes are in the record', async () => {
  const withToy = levers.map((one) =>
    one === mixing ? { ...one, rows: mixingRows(samplers) } : one,
  );
  const trainer = await startTrainerInNode({ levers: withToy, samplers });
  const asked = { strategy: 'byLoss', lossPower: 3, trainTokens: 3 * 128 };
  const record = await trainer.run(asked);
  trainer.close();

  expect(record).toMatchObject({
    status: 'completed',
    plan: { settings: { strategy: 'byLoss', lossPower: 3 } },
  });
  expect(record.changes.map(({ step, cause }) => [step, cause.kind])).toEqual([[2, 'sampler']]);

  // What it saw after the second step: the mean loss of a token of each task over the two steps.
  const sums = taskIds.map((id) => {
    const held = record.steps.slice(0, 2).flatMap(({ lossByTask }) => lossByTask[id] ?? []);
    const tokens = held.reduce((sum, one) => sum + one.tokens, 0);
    return tokens === 0 ? null : held.reduce((sum, one) => sum + one.loss * one.tokens, 0) / tokens;
  });
  const first = seen[1]!;
  expect(first).toMatchObject({ step: 2, nSteps: 3 });
  first.lossByTask.forEach((loss, m) => expect(loss ?? -1).toBeCloseTo(sums[m] ?? -1, 5));
  expect(first.drawnByTask.reduce((sum, n) => sum + n, 0)).toBeGreaterThanOrEqual(64);

  const weights = first.lossByTask.map((loss) => (loss ?? 1) ** 3);
  const total = weights[0]! + weights[1]!;
  const { mixingRates } = record.changes[0]!;
  expect(taskIds.map((id) => mixingRates[id])).toEqual(weights.map((weight) => weight / total));
}, 180_000);
