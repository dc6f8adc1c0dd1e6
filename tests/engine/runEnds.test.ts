import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
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

const nSteps = (events: readonly TrainEvent[]): number =>
  events.filter(({ type }) => type === 'step').length;

test('a stop that is pressed at once is kept: the run ends without a step, and none begins beside it', async () => {
  const { api } = trainer;
  const asked = { trainTokens: 100 * 128, rehearsalShare: 20 };
  const running = trainer.train(asked);
  await expect(trainer.train(asked)).rejects.toThrow(/not-ready/);
  expect(await api.stop()).toMatchObject({ ok: true });
  const events = await running;
  expect(nSteps(events)).toBe(0);
  expect(events.at(-1)).toMatchObject({ type: 'finished', reason: 'stopped', step: 0 });
});

test('a run that took no step leaves the tuned weights of the one before', async () => {
  const { api } = trainer;
  await trainer.train({ trainTokens: 2 * 128, learningRate: 0.01 });
  const before = await api.exportWeights();
  const running = trainer.train({ trainTokens: 100 * 128 });
  await api.stop();
  await running;
  expect(await api.exportWeights()).toEqual(before);
});

test('a task none of whose examples fits has no result, and the others have theirs', async () => {
  const { api } = trainer;
  const tooLong = 'a word and another one, '.repeat(200);
  const rows = ['one', 'two', 'three', 'four'].map(
    (input) => `Say it,${input},"${tooLong}${input}"`,
  );
  const text = ['instruction,input,output', ...rows].join('\n');
  const loaded = await api.loadFile({ kind: 'file', fileName: 'long.csv', file: new Blob([text]) });
  expect(loaded.ok).toBe(true);
  const evaluation = await api.evaluate(
    {
      weights: 'base',
      split: 'validation',
      taskIds: ['long', taskIds[0]],
      maxInstances: 2,
      withMetric: false,
    },
    () => undefined,
  );
  expect(evaluation).toMatchObject({ ok: true, value: { results: [{ taskId: taskIds[0] }] } });
});
