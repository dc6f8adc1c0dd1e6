import { describe, expect, test } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord, judgementOf } from '../../src/core/runs/record.ts';
import { randomStream } from '../../src/core/random.ts';
import { toyJudging, toyRun, toyStep } from './toyRun.ts';

const runId = 'r';
const started: TrainEvent = {
  type: 'started',
  runId,
  engine: { backend: 'wasm', adapter: 'WASM', isSoftware: false, precision: 'fp32', notes: [] },
  model: {
    name: 'nano',
    sha256: 'ff',
    nParams: 1,
    nLayers: 1,
    dModel: 1,
    nHeads: 1,
    vocabSize: 1,
    maxSeqLen: 1,
  },
  taskIds: ['a'],
  mixingRates: { a: 1 },
  nSteps: 2,
};
const step = (n: number): TrainEvent =>
  toyStep(
    n,
    { a: { loss: 1 / n, tokens: 3 } },
    { runId, tokens: 10 * n, loss: 1 / n, tokensPerSecond: 100 * n, elapsedMs: 1000 * n },
  );

const events: TrainEvent[] = [
  started,
  step(1),
  step(2),
  { type: 'finished', runId, step: 2, tokens: 20, elapsedMs: 2000, reason: 'completed' },
];

describe('run record', () => {
  test('is the same whether events come one by one or in one batch', () => {
    const empty = createRunRecord(toyRun(runId));
    const oneByOne = events.reduce((record, event) => applyEvents(record, [event]), empty);
    expect(applyEvents(empty, events)).toEqual(oneByOne);
    expect(oneByOne).toMatchObject({ status: 'completed', nSteps: 2, elapsedMs: 2000 });
    expect(oneByOne.steps.map(({ loss }) => loss)).toEqual([1, 0.5]);
  });
  test('survives JSON', () => {
    const record = applyEvents(createRunRecord(toyRun(runId)), events);
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  test('keeps what it was planned with, and nothing can change that', () => {
    const channels = [{ taskId: 'a', level: 50, isOn: true }];
    const { plan } = createRunRecord(toyRun(runId, { channels }));
    channels[0]!.level = 10;
    expect(plan.channels[0]!.level).toBe(50);
    expect(() => Object.assign(plan.settings, { seed: 9 })).toThrow(TypeError);
    expect(() => Object.assign(plan.channels[0]!, { level: 9 })).toThrow(TypeError);
  });

  test('comes back to how the training ended after each judging', () => {
    const judging = toyJudging('tuned');
    const phase = {
      type: 'phase',
      runId,
      step: 2,
      phase: 'evaluating',
      done: 1,
      total: 3,
    } as const;
    const evaluation = { results: [], answers: [], elapsedMs: 5 };
    const trained = applyEvents(createRunRecord(toyRun(runId)), events);
    const judged = applyEvents(trained, [phase]);
    expect(judged).toMatchObject({ status: 'evaluating', outcome: 'completed' });
    const done = applyEvents(judged, [{ type: 'judged', runId, step: 2, judging, evaluation }]);
    expect(done.status).toBe('completed');
    expect(judgementOf(done, 'tuned', 'test')?.evaluation).toEqual(evaluation);
    expect(judgementOf(done, 'base', 'test')).toBeNull();
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
