import { expect, test } from 'vitest';
import { changeModel } from '../../src/page/actions/changeModel.ts';
import { train } from '../../src/page/actions/train.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { fakeVisit, fillDesk, PlayedTraining, readyVisit, settle } from './fakeApp.ts';
import { taskInfo } from './fakeTrainer.ts';
import { eventsOf } from './fakeRun.ts';

const events = eventsOf('run-1', 1000);

async function training() {
  const played = new PlayedTraining();
  const visit = await readyVisit({ train: played.train });
  for (const key of ['evalInstances', 'metricInstances'] as const) {
    visit.app.desk.setSetting(key, 10);
  }
  visit.app.desk.setSetting('evalEvery', 1000);
  void train(visit.app);
  await settle();
  return { ...visit, played };
}

test('before the engine has started it says what is being waited for', () => {
  const { app } = fakeVisit();
  fillDesk(app);
  app.engine.phase = 'loadingModel';
  expect(app.progress.statusWords).toBe(en.engine.loadingModel);
  app.engine.phase = 'ready';
  expect(app.progress.statusWords).toBe(en.transport.loadingTasks(0, 2));
});

test('a download counts in megabytes, and says nothing while its size is not known', () => {
  const { app } = fakeVisit();
  app.engine.download = { loadedBytes: 0, totalBytes: 0 };
  expect(app.progress.detail).toBe('');
  app.engine.download = { loadedBytes: 1_000_000, totalBytes: 4_000_000 };
  expect(app.progress.detail).toBe('1.0 of 4.0 MB');
  expect(app.progress.barShare).toBe(0.25);
});

test('the first scoring shows its pieces, and no time left is made of it', async () => {
  const { app, played } = await training();
  expect(app.progress.barShare).toBeNull();
  played.say(events.started, events.phase('evaluating', 3, 40));
  expect([app.progress.statusWords, app.progress.detail]).toEqual(['Scoring', '3 of 40']);
  expect(app.progress.barShare).toBe(3 / 40);
  played.say(events.evaluated(0), events.phase('training'), events.step(1, 20_000));
  expect(app.progress.detail).toBe('');
  played.say(events.step(2, 20_100), events.step(3, 20_200), events.step(4, 20_300));
  // 996 steps of 100 ms, and the scoring at the end, half as long as the first one was.
  expect(app.progress.detail).toBe(en.transport.left(99_600 + 10_000));
  expect(app.progress.barShare).toBe(0.004);
});

test('the time left counts down with the clock', async () => {
  const { app, played, clock } = await training();
  played.say(events.started, events.phase('training'), events.evaluated(0));
  played.say(...[1, 2, 3, 4].map((n) => events.step(n)));
  expect(app.progress.detail).toBe(en.transport.left(99_600 + 10_000));
  clock.ms = 10_000;
  played.say(events.step(5));
  expect(app.progress.detail).toBe(en.transport.left(89_600 + 10_000));
});

test('a scoring between two steps takes the time left away from nobody', async () => {
  const { app, played } = await training();
  played.say(events.started, events.phase('training'), events.evaluated(0));
  played.say(...[1, 2, 3, 4].map((n) => events.step(n)));
  const before = app.progress.detail;
  played.say(events.phase('evaluating', 3, 40));
  expect([app.progress.statusWords, app.progress.detail]).toEqual(['Scoring', before]);
});

test('while tasks come one by one the megabytes stay in view', () => {
  const { app } = fakeVisit();
  fillDesk(app);
  const [a, b] = app.desk.channels;
  a!.download = { loadedBytes: 5, totalBytes: 10 };
  expect(app.progress.download).not.toBeNull();
  a!.task = taskInfo('a');
  a!.download = null;
  expect(app.progress.download, 'between two files').not.toBeNull();
  b!.task = taskInfo('b');
  expect(app.progress.download).toBeNull();
});

test('paused, it says so and how far it is once', async () => {
  const { app, played } = await training();
  played.say(events.started, events.phase('training'), events.step(34));
  played.say(events.phase('paused', 34, 1000));
  expect([app.progress.statusWords, app.progress.detail]).toEqual(['Paused', '']);
  expect(app.progress.lastStep?.step).toBe(34);
});

test('what was done is shown until another model takes its place', async () => {
  const { app, played } = await training();
  played.say(events.started, events.phase('training'), events.step(1000), events.finished(1000));
  played.end({ ok: true, value: null });
  await settle();
  expect(app.progress.statusWords).toBe(en.transport.done);
  const changing = changeModel(app, 'nano');
  app.question.answer(true);
  await changing;
  expect(app.progress.lastStep).toBeNull();
  expect(app.progress.statusWords).toBe(en.transport.status.idle);
});

test('looking at an earlier run tells nothing else of the one on its way', async () => {
  const { app, played } = await training();
  played.say(events.started, events.phase('training'), events.step(1));
  played.say(events.finished(1, 'stopped'));
  played.end({ ok: true, value: null });
  await settle();
  void train(app);
  await settle();
  const second = eventsOf('run-2', 1000);
  played.say(second.started, second.phase('training'), second.step(7));
  app.runs.choose('run-1');
  expect(app.runs.current?.runId).toBe('run-1');
  expect([app.progress.status, app.progress.lastStep?.step]).toEqual(['training', 7]);
});
