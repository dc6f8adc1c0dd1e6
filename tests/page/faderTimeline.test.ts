import { expect, test } from 'vitest';
import type { TrainEvent, TrainRequest } from '../../src/core/protocol/index.ts';
import { addFiles } from '../../src/page/actions/addFiles.ts';
import { startEngine } from '../../src/page/actions/startEngine.ts';
import { train } from '../../src/page/actions/train.ts';
import { fakeVisit, PlayedTraining, settle } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';

async function readyVisit() {
  const played = new PlayedTraining();
  const asked: TrainRequest[] = [];
  const { app } = fakeVisit({
    train: (request, onEvents) => {
      asked.push(request);
      return played.train(request, onEvents);
    },
  });
  await startEngine(app);
  await addFiles(app, [new File(['x'], 'a.csv'), new File(['x'], 'b.csv')]);
  app.desk.setSetting('trainTokens', 100 * app.desk.settings.batchSize * app.desk.settings.seqLen);
  return { app, played, asked };
}

const point = (step: number, level: number, taskId = 'a', isOn = true) => ({
  step,
  level,
  taskId,
  isOn,
});
const moved = (step: number, level: number): TrainEvent => ({
  type: 'changed',
  runId: 'run-1',
  step,
  cause: { kind: 'faders' },
  channels: [{ taskId: 'a', level, isOn: true }],
  mixingRates: { a: 0.5, b: 0.5 },
  learningRate: 0.01,
});

test('a point stays on its lane, within the run and between its neighbours', async () => {
  const { app } = await readyVisit();
  const { faderTimeline: timeline, desk } = app;
  expect(timeline.nSteps).toBe(100);
  timeline.put(point(20.4, 300));
  timeline.put(point(60, 10));
  expect(timeline.lanes.map(({ taskId, points }) => [taskId, points.length])).toEqual([
    ['a', 2],
    ['b', 0],
  ]);
  expect(timeline.lanes[0]!.points[0]).toEqual(point(20, 100));
  expect(timeline.move(point(20, 100), { step: 90, level: -5 })).toEqual(point(59, 0));
  expect(timeline.move(point(60, 10), { step: 1000, level: 10 })).toEqual(point(99, 10));
  timeline.remove(point(59, 0));
  expect(desk.setup.schedule).toEqual([
    { step: 99, channels: [{ taskId: 'a', level: 10, isOn: true }] },
  ]);
  timeline.clear();
  expect(desk.setup.schedule).toBeUndefined();
});

test('what is drawn is in the plan of the next run, unless it is switched off', async () => {
  const { app, played, asked } = await readyVisit();
  app.faderTimeline.put(point(20, 80));
  app.desk.setSchedule([
    ...app.desk.schedule,
    { step: 30, channels: [{ taskId: 'stranger', level: 1, isOn: true }] },
  ]);
  for (const isOn of [true, false]) {
    app.faderTimeline.isOn = isOn;
    const running = train(app);
    await settle();
    played.end({ ok: true, value: null });
    await running;
  }
  expect(asked.map(({ plan }) => plan.schedule)).toEqual([
    [{ step: 20, channels: [{ taskId: 'a', level: 80, isOn: true }] }],
    undefined,
  ]);
});

test('recorded moves are shown while they are made and become the schedule when the run ends', async () => {
  const { app, played, asked } = await readyVisit();
  const { faderTimeline: timeline, desk } = app;
  timeline.put(point(50, 1));
  timeline.isRecording = true;
  const running = train(app);
  await settle();
  const events = eventsOf('run-1', 100);
  played.say(events.started, events.step(1), moved(1, 70), events.step(2), moved(2, 90));
  expect(asked[0]!.plan.schedule).toBeUndefined();
  expect(timeline.step).toBe(2);
  expect(timeline.lanes[0]!.points).toEqual([point(1, 70), point(2, 90)]);
  expect(timeline.schedule).not.toEqual(desk.schedule);
  played.end({ ok: true, value: null });
  await running;
  expect(timeline.isRecording).toBe(false);
  // Where the fader stood at the start is in it: by now the hand has left it elsewhere.
  expect(desk.schedule).toEqual([
    { step: 0, channels: [{ taskId: 'a', level: 50, isOn: true }] },
    { step: 1, channels: [{ taskId: 'a', level: 70, isOn: true }] },
    { step: 2, channels: [{ taskId: 'a', level: 90, isOn: true }] },
  ]);
});
