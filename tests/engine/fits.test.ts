/** What fits into no row: counted before a run, in its record, and left out of its scores by number. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TaskInfo } from '../../src/core/protocol/index.ts';
import { TaskCache } from '../../workers/run/taskCache.ts';
import { startTrainerInNode, type TrainerInNode } from '../structure/additions/trainerInNode.ts';
import { told } from '../../cli/told.ts';

let trainer: TrainerInNode;
let own: readonly TaskInfo[];

/** Every second answer is far too long; a split each by name. */
const lines = ['train', 'validation', 'test'].flatMap((split, k) =>
  Array.from({ length: 12 }, (_, i) =>
    JSON.stringify({
      instruction: 'Say it.',
      input: `word ${i} of ${k}`,
      output: i % 2 === 0 ? 'yes' : 'so very long '.repeat(150),
      split,
    }),
  ),
);

beforeAll(async () => {
  trainer = await startTrainerInNode({});
  const file = new Blob([lines.join('\n')]);
  const loaded = await trainer.api.loadFile({ kind: 'file', fileName: 'half.jsonl', file });
  if (!loaded.ok) throw new Error(told(loaded.error));
  own = loaded.value;
});
afterAll(() => trainer.close());

const half = { fits: 6, cut: 0, cannotFit: 6 };

test('is counted by split before a run, of the examples that the cap lets in', async () => {
  const settings = { seqLen: 256, instructionFormat: 'mixdesk' } as const;
  const count = (maxExamples?: number) =>
    trainer.api.countFits(settings, [
      { taskId: 'half', level: 50, isOn: true, ...(maxExamples !== undefined && { maxExamples }) },
    ]);
  const all = { half: { train: half, validation: half, test: half } };
  expect(await count()).toEqual({ ok: true, value: all });
  const capped = { half: { ...all.half, train: { fits: 1, cut: 0, cannotFit: 0 } } };
  const first = own[0]!.counts.train;
  expect(first).toBe(12);
  expect(await count(1)).toEqual({ ok: true, value: capped });
  expect(await count()).toEqual({ ok: true, value: all });
});

test('stands in the record, and each evaluation says how many it left out', async () => {
  const asked = { seqLen: 256, trainTokens: 256, evalInstances: 12, metricInstances: 0 };
  const record = await trainer.run(asked, { ownTasks: own });
  expect(record.plan.reports).toEqual({ half: own[0]!.report });
  expect(record.plan.reports!.half).toMatchObject({ rows: 36, splitRule: 'named', leftOut: [] });
  expect(record.fits).toEqual({ half });
  expect(record.trainExamples).toEqual({ half: 6 });
  const { results } = record.evaluations.at(-1)!;
  expect(results[0]!.instances + results[0]!.leftOut!).toBe(12);
  expect(results[0]!.leftOut).toBe(6);
}, 120_000);

test('what was found of a task is found once, what failed is tried again', async () => {
  const cache = new TaskCache<number>();
  const task = {};
  let asked = 0;
  const find = () => Promise.resolve(++asked);
  expect(await Promise.all([cache.of(task, 'a', find), cache.of(task, 'a', find)])).toEqual([1, 1]);
  expect(await cache.of(task, 'b', find)).toBe(2);
  expect(await cache.of({}, 'a', find)).toBe(3);
  await expect(cache.of(task, 'c', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await cache.of(task, 'c', find)).toBe(4);
  cache.forget();
  expect(await cache.of(task, 'a', find)).toBe(5);
});
