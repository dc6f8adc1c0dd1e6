import { expect, test } from 'vitest';
import { books } from '../../src/core/analysis/books.ts';
import { columnsOf } from '../../src/core/analysis/curves/runColumns.ts';
import type { TaskLoss, TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord, type RunRecord } from '../../src/core/runs/record.ts';
import { engineInfo, modelInfo } from '../page/fakeTrainer.ts';
import { toyRun, toyStep } from './toyRun.ts';

const runId = 'r';
const started: TrainEvent = {
  type: 'started',
  runId,
  engine: engineInfo,
  model: modelInfo,
  taskIds: ['a', 'b'],
  mixingRates: { a: 0.5, b: 0.5 },
  trainExamples: { b: 5, a: 100 },
  nSteps: 9,
};
const step = (n: number, lossByTask: Record<string, TaskLoss>): TrainEvent =>
  toyStep(n, lossByTask, { runId });
const held = (examples: number, allTokens: number, tokens: number): TaskLoss => ({
  loss: 1,
  tokens,
  examples,
  allTokens,
});
const moved = (n: number, a: number): TrainEvent => ({
  type: 'changed',
  runId,
  step: n,
  cause: { kind: 'faders' },
  mixingRates: { a, b: 1 - a },
  learningRate: 0.01,
});
const events = [
  started,
  step(1, { a: held(2, 60, 4), b: held(2, 20, 4) }),
  moved(1, 0.9),
  step(2, { a: held(5, 150, 10), b: held(1, 10, 2) }),
  step(3, { b: held(3, 30, 6) }),
];
const grown = (own: readonly TrainEvent[]): RunRecord =>
  applyEvents(createRunRecord(toyRun(runId)), own);

test('asked and effective shares by examples, tokens and answer tokens, epochs and the first repetition', () => {
  const record = grown(events);
  const found = books(columnsOf(record), record.trainExamples);
  // By hand: a was asked for (4 · 0.5 + 6 · 0.9 + 3 · 0.9) of 13 examples; 7 of them came.
  expect(found.map(({ taskId }) => taskId)).toEqual(['b', 'a']);
  const [b, a] = found;
  expect(a!.asked).toBeCloseTo(10.1 / 13, 12);
  expect(b!.asked).toBeCloseTo(2.9 / 13, 12);
  expect(a).toMatchObject({
    amounts: { examples: 7, tokens: 210, answerTokens: 14 },
    shares: { examples: 7 / 13, tokens: 210 / 270, answerTokens: 14 / 26 },
    available: 100,
    epochs: 0.07,
    repeatsFrom: null,
  });
  // Five examples of b: the sixth, in the third step, is one that came before.
  expect(b).toMatchObject({ available: 5, epochs: 1.2, repeatsFrom: 3 });
});

test('books that grew with the run are those made at its end', () => {
  let columns = columnsOf(grown(events.slice(0, 2)));
  for (let end = 3; end <= events.length; end++) {
    columns = columnsOf(grown(events.slice(0, end)), columns);
  }
  expect(books(columns)).toEqual(books(columnsOf(grown(events))));
  expect([...columns.steps.column('examples', 1)]).toEqual([2, 1, 3]);
  expect([...columns.steps.column('tokens', 0)]).toEqual([60, 150, NaN]);
});

test('a record from before examples were counted has its answer tokens, and says no more', () => {
  const { trainExamples, ...old } = started;
  void trainExamples;
  const record = grown([old, step(1, { a: { loss: 1, tokens: 6 }, b: { loss: 1, tokens: 2 } })]);
  expect(books(columnsOf(record), record.trainExamples)).toMatchObject([
    { taskId: 'a', asked: 0.5, shares: { examples: null, tokens: null, answerTokens: 0.75 } },
    { taskId: 'b', asked: 0.5, epochs: null, available: null, repeatsFrom: null },
  ]);
});
