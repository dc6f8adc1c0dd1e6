import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunOrder } from '../../src/core/runs/plan.ts';
import type { RunRecord } from '../../src/core/runs/record.ts';
import { baseAbility } from '../../src/core/analysis/curves/baseAbility.ts';
import { curveOf } from '../../src/core/analysis/curves/curveLines.ts';
import { columnsOf } from '../../src/core/analysis/curves/runColumns.ts';
import { startTrainerInNode, type TrainerInNode } from '../structure/additions/trainerInNode.ts';

let trainer: TrainerInNode;
beforeAll(async () => {
  trainer = await startTrainerInNode({});
});
afterAll(() => trainer.close());

/** The first reading of a run that is long enough to afford some; it is stopped behind its first evaluation. */
async function firstReading(order: Partial<RunOrder> = {}): Promise<RunRecord> {
  const whileOn = async (): Promise<void> => void (await trainer.api.stop());
  return trainer.run({ trainTokens: 40_000, evalEvery: 1000 }, { whileOn, order });
}

test('the untouched model reads the held-out text far better than one that knows nothing, and the curve has it', async () => {
  const record = await firstReading();
  const [found] = record.evaluations.map((evaluation) => evaluation.baseAbility!);
  expect(found).toBeGreaterThan(0.5);
  expect(found).toBeLessThan(3);
  const line = { members: [] };
  const curve = curveOf(columnsOf(record), line, { kind: baseAbility, xAxis: 'step' });
  expect([[...curve.steps], [...curve.ys]]).toEqual([[0], [found]]);

  const random = await firstReading({ startFrom: { kind: 'random' } });
  // Chance is the logarithm of the vocabulary's size, 7.6 nats for 2,048 tokens.
  expect(Math.abs(random.evaluations[0]!.baseAbility! - Math.log(2048))).toBeLessThan(0.7);
}, 180_000);

test('a run that is too short for it has no reading', async () => {
  const record = await trainer.run({ trainTokens: 256 });
  expect(record.evaluations.length).toBeGreaterThan(1);
  expect(record.evaluations.map((evaluation) => evaluation.baseAbility)).toEqual(
    record.evaluations.map(() => undefined),
  );
});
