import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Evaluation, TrainerApi } from '../../src/core/protocol/index.ts';
import type { RunRecord } from '../../src/core/runs/record.ts';
import {
  startTrainerInNode,
  taskIds,
  type TrainerInNode,
} from '../structure/additions/trainerInNode.ts';

let trainer: TrainerInNode;
beforeAll(async () => {
  trainer = await startTrainerInNode({});
});
afterAll(() => trainer.close());

const rowTokens = 64;
/** Every step is evaluated by its loss. */
const asked = { seqLen: rowTokens, evalEvery: 1, stopMetric: 'validationLoss' };
/** So large a rate only makes it worse. */
const harmful = { ...asked, trainTokens: 5 * rowTokens, learningRate: 0.5, warmupShare: 0 };
/** Rows as long as those that weights are judged in: the same loss on both ways. */
const wholeRows = { ...harmful, seqLen: 256, trainTokens: 3 * 256 };

async function judged(api: TrainerApi, weights: 'base' | 'tuned' | 'best'): Promise<Evaluation> {
  const request = { weights, split: 'validation', taskIds, maxInstances: 1, withMetric: false };
  const found = await api.evaluate({ ...request, split: 'validation' }, () => undefined);
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

const lossesOf = ({ results }: Losses): (number | null)[] => results.map(({ loss }) => loss);

async function exported(api: TrainerApi, which: 'tuned' | 'best'): Promise<Uint8Array> {
  const file = await api.exportWeights(which);
  if (!file.ok) throw new Error(file.error.code);
  return file.value;
}

const numbersOf = ({ steps }: RunRecord) => steps.map(({ loss, gradNorm }) => [loss, gradNorm]);

type Losses = Pick<Evaluation, 'results'>;

const expectSame = (a: Losses, b: Losses): void =>
  lossesOf(a).forEach((loss, k) => expect(loss).toBeCloseTo(lossesOf(b)[k]!, 5));

const evaluationAt = ({ evaluations }: RunRecord, step: number) =>
  evaluations.find((one) => one.step === step)!;

test('a run that gains nothing ends after its patience with the numbers that it has without, and leaves its best and its last weights', async () => {
  const { api } = trainer;
  const whole = await trainer.run(wholeRows);
  expect(whole).toMatchObject({ status: 'completed' });
  const record = await trainer.run({ ...wholeRows, patience: 1 });
  expect(record).toMatchObject({ status: 'early', outcome: 'early', nSteps: 3 });
  const last = record.evaluations.at(-1)!;
  const { bestStep, withoutGain } = last.standing!;
  expect(withoutGain).toBe(1);
  expect(record.steps).toHaveLength(bestStep + 1);
  expect(record.evaluations).toHaveLength(bestStep + 2);
  expect(whole.steps).toHaveLength(3);
  expect(numbersOf(whole).slice(0, record.steps.length)).toEqual(numbersOf(record));

  expectSame(await judged(api, 'best'), evaluationAt(record, bestStep));
  expectSame(await judged(api, 'tuned'), last);
  expect(await exported(api, 'best')).not.toEqual(await exported(api, 'tuned'));
}, 180_000);

test('adapters keep the best too, merged into the model: here before their first step, as the base', async () => {
  const { api } = trainer;
  const record = await trainer.run({ ...harmful, loraRank: 2, patience: 2 });
  expect(record.status).toBe('early');
  expect(record.evaluations.at(-1)!.standing).toEqual({ bestStep: 0, withoutGain: 2 });
  expect(lossesOf(await judged(api, 'best'))).toEqual(lossesOf(await judged(api, 'base')));
  expect(await exported(api, 'best')).not.toEqual(await exported(api, 'tuned'));
}, 180_000);

test('stopped by hand, the best and the last are kept', async () => {
  const { api } = trainer;
  const whileOn = async (): Promise<void> => {
    for (let step = 0; step < 2; step++) await api.stepOnce();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await api.stop();
  };
  const record = await trainer.run({ ...harmful, trainTokens: 100 * rowTokens }, { whileOn });
  expect(record.status).toBe('stopped');
  expect(record.steps.length).toBeGreaterThan(0);
  expect(record.evaluations.at(-1)!.standing!.bestStep).toBe(0);
  expect(lossesOf(await judged(api, 'best'))).toEqual(lossesOf(await judged(api, 'base')));
  expect(lossesOf(await judged(api, 'tuned'))).not.toEqual(lossesOf(await judged(api, 'base')));
}, 180_000);

test('a run that only gets better leaves one set of weights, the best being the last; a run holds one copy beside its own', async () => {
  const { api } = trainer;
  const tensors = async (): Promise<number> => {
    const memory = await api.memory();
    return memory.ok ? memory.value.numTensors : NaN;
  };
  await trainer.run({ ...asked, trainTokens: 4 * rowTokens, learningRate: 1e-3 });
  const before = await tensors();
  const gentle = { ...asked, trainTokens: 5 * rowTokens, learningRate: 1e-3 };
  const record = await trainer.run(gentle);
  expect(record.evaluations.at(-1)!.standing!.bestStep).toBe(record.steps.length);
  expect(await exported(api, 'best')).toEqual(await exported(api, 'tuned'));
  expect(await tensors()).toBe(before);
}, 180_000);
