import { expect, test } from 'vitest';
import type { TaskEvaluation, TrainEvent, Weights } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord, type RunRecord } from '../../src/core/runs/record.ts';
import { summarise } from '../../src/core/runs/summary.ts';
import { toyJudging, toyModel, toyRun, toyStep } from './toyRun.ts';

const runId = 'r';
const list = (id: string) => ({ id, cluster: 'lists' });
type Scores = Readonly<Record<string, number | null>>;

const judged = (weights: Weights, name: string, results: TaskEvaluation[]): TrainEvent => ({
  type: 'judged',
  runId,
  step: 1,
  judging: toyJudging(weights, name),
  evaluation: { results, answers: [], elapsedMs: 1 },
});

const result = (taskId: string, loss: number, score: number | null): TaskEvaluation => ({
  taskId,
  loss,
  metric: 'accuracy',
  score,
  instances: 1,
});

/** Both judgings of these weights. */
const judgings = (weights: Weights, loss: number, scores: Scores): TrainEvent[] => [
  judged(
    weights,
    'validation',
    Object.keys(scores).map((id) => result(id, loss, null)),
  ),
  judged(
    weights,
    'test',
    Object.entries(scores).map(([id, score]) => result(id, 9, score)),
  ),
];

/** A run that trained on these tasks for two steps, and what judged it. */
function runOf(trained: readonly string[], events: readonly TrainEvent[]): RunRecord {
  const shape = { nParams: 1, nLayers: 1, dModel: 1, nHeads: 1, vocabSize: 1, maxSeqLen: 1 };
  const started: TrainEvent = {
    type: 'started',
    runId,
    engine: { backend: 'wasm', adapter: 'WASM', isSoftware: false, precision: 'fp32', notes: [] },
    model: { ...toyModel, ...shape },
    taskIds: trained,
    mixingRates: Object.fromEntries(trained.map((id) => [id, 1 / trained.length])),
    nSteps: 2,
  };
  const steps = [1, 2].map((n) =>
    toyStep(n, {}, { runId, tokens: 10 * n, tokensPerSecond: 100 * n, elapsedMs: 1000 * n }),
  );
  return applyEvents(createRunRecord(toyRun(runId)), [started, ...steps, ...events]);
}

test('weighs tasks equally', () => {
  const record = runOf(
    ['a', 'b'],
    [...judgings('base', 4, { a: 0, b: 10 }), ...judgings('tuned', 1, { a: 50, b: 100 })],
  );
  const summary = summarise(record, [list('a'), list('b')]);
  expect(summary).toMatchObject({
    levels: {
      unseenInstances: { tasks: 2, testScore: { mean: 75 }, baseTestScore: { mean: 5 } },
    },
    trainTokens: 20,
    tokensPerSecond: 150,
  });
  expect(summary!.tasks['b']).toMatchObject({
    novelty: 'unseenInstances',
    validationLoss: 1,
    baseValidationLoss: 4,
    testScore: 100,
  });
});

test('keeps new instances, new tasks and new clusters apart', () => {
  const record = runOf(
    ['a'],
    [
      ...judgings('base', 4, { a: 0, b: 1, c: 2 }),
      ...judgings('tuned', 1, { a: 90, b: 40, c: 10 }),
    ],
  );
  const summary = summarise(record, [list('a'), list('b'), { id: 'c', cluster: 'code' }]);
  expect(summary!.levels).toMatchObject({
    unseenInstances: { tasks: 1, testScore: { mean: 90 }, baseTestScore: { mean: 0 } },
    unseenTasks: { tasks: 1, testScore: { mean: 40 }, baseTestScore: { mean: 1 } },
    unseenClusters: { tasks: 1, testScore: { mean: 10 }, baseTestScore: { mean: 2 } },
  });
});

test('a task without a test example has no score and weighs nothing; the others have theirs', () => {
  const record = runOf(
    ['a', 'b'],
    [...judgings('base', 4, { a: 0, b: null }), ...judgings('tuned', 1, { a: 50, b: null })],
  );
  const summary = summarise(record, [list('a'), list('b')]);
  expect(summary!.levels.unseenInstances).toMatchObject({ tasks: 1, testScore: { mean: 50 } });
  expect(summary!.tasks['b']).toMatchObject({ testScore: null, validationLoss: 1 });
});

test('without the base model’s test there are scores and no averages; without the tuned one’s nothing', () => {
  const tuned = summarise(runOf(['a'], judgings('tuned', 1, { a: 50 })), [list('a')]);
  expect(tuned).toMatchObject({ levels: {}, tasks: { a: { testScore: 50, baseTestScore: null } } });
  expect(summarise(runOf(['a'], judgings('base', 1, { a: 50 })), [list('a')])).toBeNull();
});

test('counts how often the examples of a task were drawn, where the record says how many there are', () => {
  const tuned = judgings('tuned', 1, { a: 50, b: 50 });
  const record = runOf(['a', 'b'], tuned);
  const drawn = { loss: 1, tokens: 4, examples: 6, allTokens: 9 };
  const steps = [3, 4].map((n) => toyStep(n, { a: drawn }, { runId }));
  const counted = applyEvents({ ...record, trainExamples: { a: 5, b: 7 } }, steps);
  const { tasks } = summarise(counted, [list('a'), list('b')])!;
  expect([tasks['a']!.epochs, tasks['b']!.epochs]).toEqual([12 / 5, null]);
  expect(summarise(record, [list('a')])!.tasks['a']!.epochs).toBeNull();
});
