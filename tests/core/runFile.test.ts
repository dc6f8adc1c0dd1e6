import { expect, test } from 'vitest';
import { modelSizes } from '../../src/core/models.ts';
import type { TaskEvaluation } from '../../src/core/protocol/index.ts';
import type { ExperimentV1 } from '../../src/core/runs/liftExperiment.ts';
import { applyEvents, createRunRecord, judgementOf } from '../../src/core/runs/record.ts';
import { readRunFile, runFileOf } from '../../src/core/runs/runFile.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import { toyJudging, toyRun } from './toyRun.ts';
import { errorInEnglish } from '../../src/words/en/errors/index.ts';

const result = (taskId: string, score: number | null): TaskEvaluation => ({
  taskId,
  loss: 1,
  metric: 'accuracy',
  score,
  instances: 3,
});

/** A document as `npm run train` wrote it before a run was a value. */
const old: ExperimentV1 & { readonly format: string; readonly version: number } = {
  format: 'mixdesk-experiment',
  version: 1,
  summary: null,
  status: 'completed',
  configuration: {
    model: 'nano',
    settings: defaultSettings(modelSizes.nano),
    levels: { a: 100 },
    muted: ['b'],
    testInstances: 40,
    validationInstances: 20,
    heldOutClusters: ['code'],
    evaluations: [{ name: 'oneShot', wordings: 'seen', shots: 1, testInstances: 30 }],
  },
  engine: { backend: 'wasm', adapter: 'WASM', isSoftware: false, precision: 'fp32', notes: [] },
  model: {
    name: 'nano',
    nParams: 1,
    nLayers: 1,
    dModel: 1,
    nHeads: 1,
    vocabSize: 1,
    maxSeqLen: 1,
  },
  tasks: [
    { id: 'a', cluster: 'lists' },
    { id: 'b', cluster: 'lists' },
    { id: 'c', cluster: 'code' },
  ],
  evaluations: {
    base: { validation: [result('a', null)], test: [result('a', 10)] },
    tuned: { validation: [result('a', null)], test: [result('a', 90)] },
  },
  extra: { oneShot: [result('a', 80)], exam: [result('a', 70)] },
  seconds: { train: 12 },
  run: {
    mixingRates: { a: 1, b: 0, c: 0 },
    nSteps: 0,
    steps: [],
    evaluations: [],
    changes: [],
    elapsedMs: 12_000,
    error: null,
  },
};

test('a document of version 1 keeps its judgements, its faders and its settings', () => {
  const file = readRunFile(JSON.parse(JSON.stringify(old)));
  expect(file).toMatchObject({ format: 'mixdesk-run', version: 3, status: 'completed' });
  expect(file.plan.channels).toEqual([
    { taskId: 'a', level: 100, isOn: true },
    { taskId: 'b', level: 50, isOn: false },
    { taskId: 'c', level: 50, isOn: false },
  ]);
  expect(file.plan.settings).toEqual(old.configuration.settings);
  const scoreOf = (weights: 'base' | 'tuned', name: string) =>
    judgementOf(file, weights, name)?.evaluation.results[0]?.score;
  expect([scoreOf('base', 'test'), scoreOf('tuned', 'test')]).toEqual([10, 90]);
  expect(judgementOf(file, 'tuned', 'test')?.judging.maxInstances).toBe(40);
  expect(judgementOf(file, 'tuned', 'oneShot')?.judging).toMatchObject({ shots: 1, split: 'test' });
  expect([scoreOf('tuned', 'exam'), file.judgements.at(-1)?.judging.split]).toEqual([70, 'exam']);
  expect(file).toMatchObject({ seconds: { train: 12 }, elapsedMs: 12_000 });
});

test('a failure of version 1, a sentence then, is still read with its words', () => {
  const error = { code: 'engine-failed', message: 'Step 3: lost', hint: 'Train again.' } as const;
  const failed = { ...old, status: 'failed', run: { ...old.run, error } };
  const lifted = readRunFile(JSON.parse(JSON.stringify(failed))).error!;
  expect(lifted.code).toBe('engine-failed');
  expect(errorInEnglish(lifted)).toEqual({ message: 'Step 3: lost', hint: 'Train again.' });
});

test('a document of today is read as it was written, its summary first', () => {
  const record = applyEvents(createRunRecord(toyRun('r')), []);
  const text = JSON.stringify(runFileOf(record, []));
  expect(text.startsWith('{"summary":null,')).toBe(true);
  expect(readRunFile(JSON.parse(text))).toEqual({ summary: null, ...record });
});

test('a document of version 2 gets the scores of the answers that it shows', () => {
  const { judgements, ...record } = createRunRecord(toyRun('r'));
  const shown = { taskId: 'a', input: '1', expected: 'yes' };
  const answers = ['yes', 'no'].map((answer) => ({ ...shown, answer }));
  const evaluation = { results: [result('a', 50)], answers, elapsedMs: 1 };
  const file = readRunFile({
    ...record,
    version: 2,
    evaluations: [{ step: 0, split: 'validation', results: [result('a', 10)] }],
    judgements: [...judgements, { step: 0, judging: toyJudging('base'), evaluation }],
  });
  expect(file.version).toBe(3);
  expect(file.evaluations[0]).toMatchObject({ results: [{ score: 10 }], answers: [] });
  expect(file.judgements[0]!.evaluation.answers.map(({ score }) => score)).toEqual([100, 0]);
});

test('a document of another kind is refused by what it says of itself', () => {
  expect(() => readRunFile({ format: 'mixdesk-run', version: 9 })).toThrow(
    /got format "mixdesk-run", version 9/,
  );
});
