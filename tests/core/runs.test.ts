import { describe, expect, test } from 'vitest';
import type { TaskEvaluation, TrainEvent } from '../../src/core/protocol/index.ts';
import { modelSizes } from '../../src/core/models.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/runRecord.ts';
import { summarise } from '../../src/core/runs/summary.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import { randomStream } from '../../src/core/random.ts';

const runId = 'r';
const started: TrainEvent = {
  type: 'started',
  runId,
  settings: defaultSettings(modelSizes.nano),
  engine: { backend: 'wasm', adapter: 'WASM', isSoftware: false, precision: 'fp32', notes: [] },
  model: { name: 'nano', nParams: 1, nLayers: 1, dModel: 1, nHeads: 1, vocabSize: 1, maxSeqLen: 1 },
  taskIds: ['a'],
  mixingRates: { a: 1 },
  nSteps: 2,
};
const step = (n: number): TrainEvent => ({
  type: 'step',
  runId,
  step: n,
  tokens: n * 10,
  loss: 1 / n,
  lossByTask: { a: { loss: 1 / n, tokens: 3 } },
  learningRate: 0.1,
  gradNorm: 1,
  tokensPerSecond: 100 * n,
  elapsedMs: n * 1000,
});

const events: TrainEvent[] = [
  started,
  step(1),
  step(2),
  { type: 'finished', runId, step: 2, tokens: 20, elapsedMs: 2000, reason: 'completed' },
];

describe('run record', () => {
  test('is the same whether events come one by one or in one batch', () => {
    const empty = createRunRecord(runId, 'calm-otter-3');
    const oneByOne = events.reduce((record, event) => applyEvents(record, [event]), empty);
    expect(applyEvents(empty, events)).toEqual(oneByOne);
    expect(oneByOne).toMatchObject({ status: 'completed', nSteps: 2, elapsedMs: 2000 });
    expect(oneByOne.steps.map(({ loss }) => loss)).toEqual([1, 0.5]);
  });
  test('survives JSON', () => {
    const record = applyEvents(createRunRecord(runId, 'x'), events);
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });
});

describe('run record', () => {
  describe('the summary', () => {
    /** The run, with these tasks in its mixture. */
    const training = (...ids: string[]) => ({
      ...applyEvents(createRunRecord(runId, 'x'), events),
      mixingRates: Object.fromEntries(ids.map((id) => [id, 1 / ids.length])),
    });
    const result = (taskId: string, loss: number, score: number | null): TaskEvaluation => ({
      taskId,
      loss,
      metric: 'accuracy',
      score,
      instances: 1,
    });
    const results = (loss: number, scores: Readonly<Record<string, number>>) => ({
      validation: Object.keys(scores).map((id) => result(id, loss, null)),
      test: Object.entries(scores).map(([id, score]) => result(id, 9, score)),
    });
    const list = (id: string) => ({ id, cluster: 'lists' });

    test('weighs tasks equally', () => {
      const base = results(4, { a: 0, b: 10 });
      const summary = summarise(
        training('a', 'b'),
        [list('a'), list('b')],
        base,
        results(1, { a: 50, b: 100 }),
      );
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
      const tasks = [list('a'), list('b'), { id: 'c', cluster: 'code' }];
      const base = results(4, { a: 0, b: 1, c: 2 });
      const tuned = results(1, { a: 90, b: 40, c: 10 });
      const summary = summarise(training('a'), tasks, base, tuned);
      expect(summary!.levels).toMatchObject({
        unseenInstances: { tasks: 1, testScore: { mean: 90 }, baseTestScore: { mean: 0 } },
        unseenTasks: { tasks: 1, testScore: { mean: 40 }, baseTestScore: { mean: 1 } },
        unseenClusters: { tasks: 1, testScore: { mean: 10 }, baseTestScore: { mean: 2 } },
      });
    });
  });
});

describe('random streams', () => {
  test('depend on seed, name and index alone', () => {
    const first = (...path: (string | number)[]) => randomStream(1, ...path).next();
    expect(first('a', 1)).toBe(first('a', 1));
    const many = ['a', 'b'].flatMap((name) => [1, 2, 3].map((i) => first(name, i)));
    expect(new Set([...many, randomStream(2, 'a', 1).next()]).size).toBe(7);
  });
  test('are uniform: chi-square over 16 bins of streams that differ in the index alone', () => {
    const bins = new Array<number>(16).fill(0);
    for (let i = 0; i < 16_000; i++) bins[randomStream(7, 'draw', i).int(16)]! += 1;
    const chi2 = bins.reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(37.7); // 99.9% point of chi-square with 15 degrees of freedom
  });
});
