import { expect, test } from 'vitest';
import type { ChannelLevel, TrainEvent } from '../../src/core/protocol/index.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import { Desk } from '../../src/page/state/desk.svelte.ts';
import { NextBatch } from '../../src/page/state/nextBatch.svelte.ts';
import { Notices } from '../../src/page/state/notices.svelte.ts';
import { Question } from '../../src/page/state/question.svelte.ts';
import { Runs } from '../../src/page/state/runs.svelte.ts';
import { Session } from '../../src/page/state/sessionFlow.svelte.ts';
import { Trainer } from '../../src/page/state/trainer.svelte.ts';
import { TryIt } from '../../src/page/state/tryIt.svelte.ts';
import { engineInfo, fakeApi, fakeClient, modelInfo, ok } from './fakeTrainer.ts';

/** Longer than a moved fader rests before it is sent. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400));

test('a file dropped during a run waits for the next: no share, nothing sent, and it says so', async () => {
  const sent: (readonly ChannelLevel[])[] = [];
  let endRun = (): void => undefined;
  const end = new Promise<void>((resolve) => (endRun = resolve));
  const api = fakeApi({
    train: async ({ runId, channels }, onEvents) => {
      const taskIds = channels.map(({ taskId }) => taskId);
      const started: TrainEvent = {
        type: 'started',
        runId,
        settings: defaultSettings(modelInfo),
        engine: engineInfo,
        model: modelInfo,
        taskIds,
        mixingRates: { a: 1 },
        nSteps: 10,
      };
      onEvents([started, { type: 'phase', runId, step: 0, phase: 'training', done: 0, total: 0 }]);
      await end;
      return ok(null);
    },
    setChannels: (levels) => {
      sent.push(levels);
      return ok(null);
    },
  });
  const desk = new Desk();
  const notices = new Notices();
  const trainer = new Trainer(
    () => fakeClient(api),
    () => 0,
  );
  const [runs, tryIt, nextBatch, question] = [
    new Runs(),
    new TryIt(),
    new NextBatch(),
    new Question(),
  ];
  const session = new Session({ desk, runs, trainer, tryIt, nextBatch, notices, question });
  await trainer.start({ backend: 'wasm', flags: {}, modelName: 'nano', baseUrl: '' });
  await session.addFiles([new File(['x'], 'a.csv')]);
  const training = session.train();
  await rest();

  await session.addFiles([new File(['x'], 'late.csv')]);
  session.sendLevels();
  await rest();
  expect(desk.channels.map(({ id }) => [id, desk.share(id)])).toEqual([
    ['a', 1],
    ['late', 0],
  ]);
  expect(notices.shown.at(-1)?.text).toContain('next run');
  expect(sent).toEqual([]);

  desk.setLevel(desk.channel('a')!, 90);
  session.sendLevels();
  await rest();
  expect(sent.map((levels) => levels.map(({ taskId }) => taskId))).toEqual([['a']]);

  endRun();
  await training;
  expect(desk.share('late')).toBeGreaterThan(0);
});
