/** Scores belong to a task, its question and its metric, not to what is asked beside it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Evaluation } from '../../src/core/protocol/index.ts';
import {
  startTrainerInNode,
  taskIds,
  type TrainerInNode,
} from '../structure/additions/trainerInNode.ts';
import { told } from '../../cli/told.ts';

let trainer: TrainerInNode;
beforeAll(async () => {
  trainer = await startTrainerInNode({});
});
afterAll(() => trainer.close());

const [short, long] = taskIds;
const evaluate = async (
  ids: readonly string[],
  metrics?: Readonly<Record<string, string>>,
): Promise<Evaluation> => {
  const asked = { weights: 'base', split: 'test', withMetric: true, keptAnswers: 3 } as const;
  const result = await trainer.api.evaluate(
    { ...asked, taskIds: ids, maxInstances: 2, ...(metrics && { metrics }) },
    () => undefined,
  );
  if (result.ok) return result.value;
  throw new Error(told(result.error));
};

test('the same weights say and score the same, alone and in company; what was cut is marked', async () => {
  const both = await evaluate([short, long]);
  for (const [k, id] of [short, long].entries()) {
    const alone = await evaluate([id]);
    const { score, itemScores } = alone.results[0]!;
    expect(both.results[k]).toMatchObject({ taskId: id, score, itemScores });
    expect(both.answers.filter(({ taskId }) => taskId === id)).toEqual(alone.answers);
  }
  // What has learnt nothing rambles on until it is stopped.
  expect(both.answers.some(({ isCut }) => isCut)).toBe(true);
}, 120_000);

test('a named metric scores a task in the place of its own, and is what the result says', async () => {
  const plain = await evaluate([long]);
  const { results, answers } = await evaluate([long], { [long]: 'chrF' });
  expect(plain.results[0]!.metric).not.toBe('chrF');
  expect(results[0]!.metric).toBe('chrF');
  expect(results[0]!.score).not.toBe(plain.results[0]!.score);
  expect(answers.map(({ answer }) => answer)).toEqual(plain.answers.map(({ answer }) => answer));
  await expect(evaluate([long], { [long]: 'luck' })).rejects.toThrow(/luck.*exactMatch/s);
}, 120_000);

test('a channel’s metric scores it during the run, and stands in the record’s plan', async () => {
  const channels = [{ taskId: long, level: 50, isOn: true, metric: 'chrF' }];
  const record = await trainer.run(
    { trainTokens: 256, metricInstances: 1 },
    { order: { channels } },
  );
  expect(record.plan.channels[0]!.metric).toBe('chrF');
  const used = record.evaluations.flatMap(({ results }) => results.map(({ metric }) => metric));
  expect(used.length).toBeGreaterThan(1);
  expect(new Set(used)).toEqual(new Set(['chrF']));
}, 120_000);
