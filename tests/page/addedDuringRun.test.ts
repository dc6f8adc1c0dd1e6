import { expect, test } from 'vitest';
import type { ChannelLevel } from '../../src/core/protocol/index.ts';
import { addFiles } from '../../src/page/actions/addFiles.ts';
import { sendLive } from '../../src/page/actions/sendLive.ts';
import { startEngine } from '../../src/page/actions/startEngine.ts';
import { train } from '../../src/page/actions/train.ts';
import { fakeVisit, PlayedTraining, settle } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';
import { ok } from './fakeTrainer.ts';

test('a file dropped during a run waits for the next: no share, nothing sent, and it says so', async () => {
  const sent: (readonly ChannelLevel[])[] = [];
  const played = new PlayedTraining();
  const { app } = fakeVisit({
    train: played.train,
    setChannels: (levels) => {
      sent.push(levels);
      return ok(null);
    },
  });
  const { desk, notices } = app;
  await startEngine(app);
  await addFiles(app, [new File(['x'], 'a.csv')]);
  const training = train(app);
  await settle();
  const events = eventsOf('run-1');
  played.say(events.started, events.phase('training'));

  await addFiles(app, [new File(['x'], 'late.csv')]);
  await sendLive(app);
  expect(desk.channels.map(({ id }) => [id, desk.share(id)])).toEqual([
    ['a', 1],
    ['late', 0],
  ]);
  expect(notices.shown.at(-1)?.text).toContain('next run');
  expect(sent).toEqual([]);

  desk.setLevel(desk.channel('a')!, 90);
  await sendLive(app);
  expect(sent.map((levels) => levels.map(({ taskId }) => taskId))).toEqual([['a']]);

  played.end({ ok: true, value: null });
  await training;
  expect(desk.share('late')).toBeGreaterThan(0);
});
