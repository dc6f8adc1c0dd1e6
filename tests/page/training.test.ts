import { expect, test, vi } from 'vitest';
import { ask } from '../../src/page/actions/ask.ts';
import { pressMain } from '../../src/page/actions/pressMain.ts';
import { sendLive } from '../../src/page/actions/sendLive.ts';
import { startEngine } from '../../src/page/actions/startEngine.ts';
import { stepOnce } from '../../src/page/actions/stepOnce.ts';
import { stop } from '../../src/page/actions/stop.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { train } from '../../src/page/actions/train.ts';
import { trainedBy } from '../../src/page/state/trainedBy.ts';
import { fakeVisit, fillDesk, PlayedTraining, readyVisit, settle } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';
import { ok } from './fakeTrainer.ts';
import { errorWords } from '../../src/page/i18n/errorWords.ts';

const done = { ok: true, value: null } as const;
const events = eventsOf('run-1');

test('Train asks the worker for a run with the desk as it is, and shows the run from its events', async () => {
  const training = new PlayedTraining();
  const { app } = await readyVisit({ train: training.train });
  app.desk.setLevel(app.desk.channel('b')!, 25);
  const running = train(app);
  await settle();
  expect(training.request).toMatchObject({
    runId: 'run-1',
    plan: {
      startFrom: { kind: 'base' },
      settings: app.desk.settings,
      channels: [
        { taskId: 'a', level: 50, isOn: true },
        { taskId: 'b', level: 25, isOn: true },
      ],
    },
  });
  training.say(events.started, events.phase('training'), events.step(1));
  expect(app.progress.status).toBe('training');
  expect(app.engine.hasTuned).toBe(true);
  training.say(events.finished(10));
  training.end(done);
  await running;
  expect(app.progress.status).toBe('idle');
  expect(app.runs.current?.status).toBe('completed');
  expect(app.announcer.words, 'the headline shows it').toContain(en.notices.finished(''));
  expect(app.notices.shown).toEqual([]);
});

test('Train pressed before engine and tasks are there waits for them; faders count as they are then', async () => {
  const training = new PlayedTraining();
  const { app } = fakeVisit({ train: training.train });
  fillDesk(app);
  const started = startEngine(app);
  const running = train(app);
  expect(app.progress.status).toBe('waiting');
  app.desk.toggleMute([app.desk.channel('a')!]);
  await started;
  await settle();
  expect(training.request?.plan.channels.map(({ isOn }) => isOn)).toEqual([false, true]);
  training.end(done);
  await running;
});

test('Stop before the worker has the run takes it back for good', async () => {
  const training = new PlayedTraining();
  const { app } = fakeVisit({ train: training.train });
  fillDesk(app);
  const started = startEngine(app);
  const running = train(app);
  await stop(app);
  await started;
  await running;
  await settle();
  expect(training.request).toBeNull();
  expect(app.progress.status).toBe('idle');
});

test('Stop before the first event reaches the worker, and no second run can begin until it has ended', async () => {
  const training = new PlayedTraining();
  const stopped = vi.fn(() => ok(null));
  const { app } = await readyVisit({ train: training.train, stop: stopped });
  const running = train(app);
  await settle();
  await stop(app);
  expect(stopped).toHaveBeenCalledOnce();
  expect(app.progress.status).toBe('stopping');
  await train(app);
  expect(app.runs.records).toHaveLength(1);
  training.say(events.started, events.finished(0, 'stopped'));
  training.end(done);
  await running;
  expect(app.progress.status).toBe('idle');
});

test('Stop and Train again while the first is still waiting is one run', async () => {
  const trained = vi.fn(() => ok(null));
  const { app } = fakeVisit({ train: trained });
  fillDesk(app);
  const started = startEngine(app);
  const first = train(app);
  await stop(app);
  const second = train(app);
  await Promise.all([started, first, second]);
  expect(trained).toHaveBeenCalledOnce();
  expect(app.runs.records).toHaveLength(1);
});

test('events that arrive after the end of the call do not start the run again', async () => {
  const training = new PlayedTraining();
  const { app } = await readyVisit({ train: training.train });
  const running = train(app);
  await settle();
  training.say(events.started, events.phase('training'), events.step(1));
  training.end(done);
  await running;
  training.say(events.phase('evaluating', 1, 2), events.finished(10));
  expect(app.progress.status).toBe('idle');
  expect(app.runs.current?.status).toBe('completed');
});

test('a run that fails says so in its record and to the visitor', async () => {
  const error = { code: 'nothing-to-train', key: 'allClosed', values: { nChannels: 2 } } as const;
  const { app } = await readyVisit({ train: () => Promise.resolve({ ok: false, error }) });
  await train(app);
  expect(app.runs.current).toMatchObject({ status: 'failed', error });
  expect(app.notices.shown.map(({ title }) => title)).toEqual([errorWords(error).message]);
  expect(app.progress.status).toBe('idle');
});

test('a learning rate in the field that is none refuses Train in words', async () => {
  const trained = vi.fn(() => ok(null));
  const { app } = await readyVisit({ train: trained });
  app.transport.badRate = '1e9';
  await train(app);
  expect(trained).not.toHaveBeenCalled();
  expect(app.notices.shown).toMatchObject([{ kind: 'error' }]);
  expect(app.notices.shown[0]!.title).toContain('1e9');
  app.transport.badRate = null;
  await train(app);
  expect(trained).toHaveBeenCalledOnce();
});

test('faders and learning rate reach the run once each, and stay for the next', async () => {
  const training = new PlayedTraining();
  const setChannels = vi.fn(() => ok(null));
  const changeSetting = vi.fn(() => ok(null));
  const { app } = await readyVisit({ train: training.train, setChannels, changeSetting });
  const running = train(app);
  await settle();
  training.say(events.started);
  await sendLive(app);
  expect(setChannels).not.toHaveBeenCalled();
  app.desk.setLevel(app.desk.channel('a')!, 80);
  app.desk.setSetting('learningRate', 0.02);
  await sendLive(app);
  await sendLive(app);
  expect(setChannels).toHaveBeenCalledExactlyOnceWith([{ taskId: 'a', level: 80, isOn: true }]);
  expect(changeSetting).toHaveBeenCalledExactlyOnceWith('learningRate', 0.02);
  training.end(done);
  await running;
  expect(app.desk.settings.learningRate).toBe(0.02);
  await sendLive(app);
  expect(changeSetting).toHaveBeenCalledOnce();
});

test('a fader that is moved while the run is set up reaches it when it has started', async () => {
  const training = new PlayedTraining();
  const setChannels = vi.fn(() => ok(null));
  const { app } = await readyVisit({ train: training.train, setChannels });
  void train(app);
  await settle();
  app.desk.setLevel(app.desk.channel('a')!, 80);
  training.say(events.started);
  await settle();
  expect(setChannels).toHaveBeenCalledExactlyOnceWith([{ taskId: 'a', level: 80, isOn: true }]);
});

test('the main button pauses what runs, carries on what is paused, and leaves alone what is on its way', async () => {
  const training = new PlayedTraining();
  const [pause, resume, oneStep] = [
    vi.fn(() => ok(null)),
    vi.fn(() => ok(null)),
    vi.fn(() => ok(null)),
  ];
  const { app } = await readyVisit({ train: training.train, pause, resume, stepOnce: oneStep });
  void pressMain(app);
  await settle();
  await pressMain(app);
  expect(pause).not.toHaveBeenCalled();
  training.say(events.started, events.phase('training'));
  await pressMain(app);
  expect(pause).toHaveBeenCalledOnce();
  training.say(events.phase('paused', 1, 10));
  await stepOnce(app);
  expect(oneStep).toHaveBeenCalledOnce();
  await pressMain(app);
  expect(resume).toHaveBeenCalledOnce();
});

test('an answer of an earlier training stays, and is known to be of an earlier state', async () => {
  const training = new PlayedTraining();
  const { app } = await readyVisit({ train: training.train });
  void train(app);
  await settle();
  training.say(events.started, events.phase('training'), events.step(1));
  await ask(app);
  const { answer } = app.tryIt.column('tuned');
  expect([answer.status, answer.trainedBy?.step]).toEqual(['done', 1]);
  training.say(events.step(2));
  expect(answer.trainedBy).not.toEqual(trainedBy(app));
  training.say(events.finished(2));
  training.end(done);
  await settle();
  void train(app);
  await settle();
  expect([answer.text, answer.trainedBy?.step]).toEqual(['yes', 1]);
});
