import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchHeart } from '../../src/page/bridge/heartbeat.ts';
import { restart } from '../../src/page/actions/startEngine.ts';
import { train } from '../../src/page/actions/train.ts';
import { PlayedTraining, readyVisit } from './fakeApp.ts';
import { deferred } from './deferred.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('silence is told once it has lasted, and its end', async () => {
  let answer = deferred<null>();
  const told: boolean[] = [];
  const end = watchHeart({
    beat: () => answer.promise,
    tell: (isSilent) => told.push(isSilent),
    now: () => Date.now(),
  });
  await vi.advanceTimersByTimeAsync(21_000);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(4000);
  expect(told).toEqual([true]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([true]);
  answer.resolve(null);
  answer = deferred();
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([true, false]);
  end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([true, false]);
});

test('a page that has slept does not take the sleep for silence', async () => {
  let sleptMs = 0;
  const told: boolean[] = [];
  watchHeart({
    beat: () => new Promise(() => undefined),
    tell: (isSilent) => told.push(isSilent),
    now: () => Date.now() + sleptMs,
  });
  await vi.advanceTimersByTimeAsync(10_000);
  sleptMs = 3_600_000;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([true]);
});

test('an engine that hangs is restarted without a question, and the page trains again', async () => {
  const played = new PlayedTraining();
  const { app, clients } = await readyVisit({ train: played.train });
  void train(app);
  await vi.advanceTimersByTimeAsync(10);
  clients[0]!.fallSilent(true);
  expect(app.engine.isSilent).toBe(true);
  const restarted = restart(app);
  played.end({ ok: false, error: { code: 'engine-failed', key: 'workerStopped', values: {} } });
  await vi.advanceTimersByTimeAsync(10);
  await restarted;
  expect(app.notices.shown).toEqual([]);
  expect([app.engine.isSilent, app.engine.isReady, app.transport.isBusy]).toEqual([
    false,
    true,
    false,
  ]);
  expect(clients).toHaveLength(2);
});

test('a run that answers is ended only with a yes', async () => {
  const played = new PlayedTraining();
  const { app, clients } = await readyVisit({ train: played.train });
  void train(app);
  await vi.advanceTimersByTimeAsync(10);
  const restarted = restart(app);
  await vi.advanceTimersByTimeAsync(10);
  app.question.answer(false);
  await restarted;
  expect([clients.length, app.transport.isBusy]).toEqual([1, true]);
});
