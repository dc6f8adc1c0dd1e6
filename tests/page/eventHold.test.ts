import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { train } from '../../src/page/actions/train.ts';
import { EventHold } from '../../src/page/state/eventHold.ts';
import { PlayedTraining, readyVisit } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';

const events = eventsOf('run-1');
let passed: (readonly TrainEvent[])[] = [];
let hold = new EventHold(() => undefined);

beforeEach(() => {
  vi.useFakeTimers();
  passed = [];
  hold = new EventHold((group) => passed.push(group));
});
afterEach(() => void vi.useRealTimers());

test('without a hold everything goes through at once', () => {
  hold.take([events.step(1)], 0);
  hold.take([events.step(2)], 0);
  expect(passed).toEqual([[events.step(1)], [events.step(2)]]);
});

test('steps wait for each other, no longer than the hold, and go through as one', () => {
  hold.take([events.phase('training')], 500);
  passed = [];
  hold.take([events.step(1)], 500);
  vi.advanceTimersByTime(400);
  hold.take([events.step(2), events.step(3)], 500);
  expect(passed).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(passed).toEqual([[events.step(1), events.step(2), events.step(3)]]);
  vi.advanceTimersByTime(5000);
  expect(passed.length).toBe(1);
});

test('anything else goes through at once, behind what waits', () => {
  hold.take([events.phase('training')], 2000);
  hold.take([events.step(1), events.phase('training')], 2000);
  hold.take([events.phase('evaluating')], 2000);
  expect(passed.length, 'training and scoring by turns are readings too').toBe(1);
  hold.take([events.finished(1)], 2000);
  expect(passed.flat()).toEqual([
    events.phase('training'),
    events.step(1),
    events.phase('training'),
    events.phase('evaluating'),
    events.finished(1),
  ]);
});

test('a step of a paused run was asked for by hand: it is shown at once', () => {
  hold.take([events.phase('paused')], 2000);
  hold.take([events.step(7)], 2000);
  expect(passed.flat()).toEqual([events.phase('paused'), events.step(7)]);
});

test('a run whose page loses frames is read every second, says so, and ends whole', async () => {
  const training = new PlayedTraining();
  const { app, frames } = await readyVisit({ train: training.train });
  const running = train(app);
  await vi.advanceTimersByTimeAsync(0);
  training.say(events.started, events.phase('training'), events.step(1));
  expect(app.shedding.holdMs).toBe(0);
  // Five frames in time show what the display can do; then most come late.
  for (let [ms, i] = [0, 0]; ms < 2300; ms += i++ % 20 < 5 ? 1000 / 60 : 50) frames.draw(ms);
  expect(app.shedding.holdMs).toBe(1000);
  training.say(events.step(2));
  training.say(events.step(3));
  expect(app.progress.lastStep?.step).toBe(1);
  vi.advanceTimersByTime(1000);
  expect(app.progress.lastStep?.step).toBe(3);
  training.say(events.step(4));
  training.end({ ok: true, value: null });
  await running;
  expect(app.runs.current?.steps.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
  expect(app.shedding.holdMs).toBe(0);
});
