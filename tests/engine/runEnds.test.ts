import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('a stop that is pressed at once is kept: the run ends without a step, and none begins beside it', async () => {
  const { api } = trainer;
  const asked = { trainTokens: 100 * 128, rehearsalShare: 20 };
  const running = trainer.run(asked);
  await expect(trainer.run(asked)).rejects.toThrow(/not-ready/);
  expect(await api.stop()).toMatchObject({ ok: true });
  expect(await running).toMatchObject({ status: 'stopped', outcome: 'stopped', steps: [] });
});

test('a run that took no step leaves the tuned weights of the one before', async () => {
  const { api } = trainer;
  await trainer.run({ trainTokens: 2 * 128, learningRate: 0.01 });
  const before = await api.exportWeights('tuned');
  const running = trainer.run({ trainTokens: 100 * 128 });
  await api.stop();
  await running;
  expect(await api.exportWeights('tuned')).toEqual(before);
});

test('a task none of whose examples fits is not measured, and the others are', async () => {
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
  const unmeasured = { taskId: 'long', loss: null, score: null, instances: 0 };
  const results = [
    unmeasured,
    { taskId: taskIds[0], loss: expect.any(Number) as number, instances: 2 },
  ];
  expect(evaluation).toMatchObject({ ok: true, value: { results } });
});
