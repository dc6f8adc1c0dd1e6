import { expect, test } from 'vitest';
import { columnsOf } from '../../src/core/analysis/curves/runColumns.ts';
import { masterReading } from '../../src/core/analysis/masterReading.ts';
import { runResult } from '../../src/core/analysis/runResult.ts';
import { taskReadings } from '../../src/core/analysis/taskReadings.ts';
import type { TaskEvaluation, TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import { toyRun } from './toyRun.ts';

/** Twenty answers, so many of them right. */
const scored = (taskId: string, right: number): TaskEvaluation => ({
  taskId,
  loss: 1,
  metric: 'accuracy',
  score: 5 * right,
  instances: 20,
  itemScores: Array.from({ length: 20 }, (_, i) => (i < right ? 100 : 0)),
});

const evaluated = (step: number, ...results: TaskEvaluation[]): TrainEvent => ({
  type: 'evaluated',
  runId: 'r',
  step,
  split: 'validation',
  results,
  answers: [],
  elapsedMs: 1,
});

const record = {
  ...applyEvents(createRunRecord(toyRun('r')), [
    evaluated(0, scored('a', 2), scored('b', 10), scored('c', 19), scored('d', 4)),
    evaluated(5, scored('a', 9), scored('b', 10), scored('c', 15), scored('d', 5)),
    evaluated(9, scored('a', 18), scored('b', 11), scored('c', 10), scored('d', 5)),
  ]),
  mixingRates: { a: 0.5, b: 0.3, c: 0.2, d: 0 },
};
const chance = { a: 10, b: 50, c: 20, d: 20 };

test('the result of a run says what was gained, what is at chance and what was lost', () => {
  const { trained } = runResult(record, chance)!;
  expect(trained).toMatchObject({ from: (10 + 50 + 95) / 3, to: (90 + 55 + 50) / 3 });
  expect(trained!.bestGain).toMatchObject({ taskId: 'a', from: 10, to: 90 });
  expect(trained!.atChance.map(({ taskId }) => taskId)).toEqual(['b']);
  expect(trained!.worse.map(({ taskId }) => taskId)).toEqual(['c']);
});

test('tasks that were only scored are kept apart, and a gain of one answer is noise', () => {
  const { watched } = runResult(record, chance)!;
  expect(watched).toMatchObject({ from: 20, to: 25, bestGain: null, worse: [] });
  expect(watched!.tasks.map(({ taskId }) => taskId)).toEqual(['d']);
});

test('there is no result before a second evaluation, and none of tasks without a score', () => {
  expect(runResult({ ...record, evaluations: record.evaluations.slice(0, 1) }, {})).toBeNull();
  const unscored = record.evaluations.map((one) => ({
    ...one,
    results: one.results.map((result) => ({ ...result, score: null, itemScores: [] })),
  }));
  expect(runResult({ ...record, evaluations: unscored }, {})).toEqual({
    trained: null,
    watched: null,
  });
});

test('the master reading is the mean of the trained tasks, with base, chance and interval', () => {
  const readings = taskReadings(columnsOf(record), 0.6);
  // Wilson's interval of 18 of 20 (Newcombe's method 3).
  expect(readings.a).toMatchObject({ score: 90, baseScore: 10 });
  expect(readings.a!.interval!.low).toBeCloseTo(69.9, 1);
  expect(readings.a!.interval!.high).toBeCloseTo(97.2, 1);
  const master = masterReading(readings, new Set(['a', 'b', 'c']), chance);
  expect(master).toMatchObject({ score: 65, chance: 80 / 3, tasks: 3 });
  expect(master.baseScore).toBeCloseTo(155 / 3, 10);
  const { low, high } = master.interval!;
  // Narrower than that of any one task, and not of the tasks that are only scored.
  expect(high - low).toBeLessThan(27.3);
  expect(masterReading(readings, new Set(['a', 'z']), chance)).toMatchObject({
    score: 90,
    tasks: 1,
  });
});

test('without a score, or a chance level of one of the tasks, there is none of the mean', () => {
  const readings = taskReadings(columnsOf(record), 0.6);
  expect(masterReading(readings, new Set(), chance)).toEqual({
    score: null,
    baseScore: null,
    interval: null,
    chance: null,
    tasks: 0,
  });
  expect(masterReading(readings, new Set(['a', 'b']), { a: 10 }).chance).toBeNull();
});
