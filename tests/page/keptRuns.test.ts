import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createInMemoryRunStore } from '../../src/core/runs/inMemoryRunStore.ts';
import { leftBehind } from '../../src/core/runs/leftBehind.ts';
import { headOf, lightOf } from '../../src/core/runs/head.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import type { RunStore } from '../../src/core/runs/runStore.ts';
import { loadRuns, lookAtRun, removeRuns, renameRun } from '../../src/page/actions/keptRuns.ts';
import { Runs } from '../../src/page/state/runs.svelte.ts';
import { hasUnsavedWork } from '../../src/page/state/unsavedWork.ts';
import { toyRun, toyStep } from '../core/toyRun.ts';
import { fakeVisit } from './fakeApp.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A store of which each writing fails until `isFull` is false. */
function fillingStore(): RunStore & { isFull: boolean } {
  const store = createInMemoryRunStore();
  const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const own: RunStore & { isFull: boolean } = {
    ...store,
    isFull: false,
    create: (run) => (own.isFull ? full() : store.create(run)),
    append: (runId, events) => (own.isFull ? full() : store.append(runId, events)),
  };
  return own;
}

test('the head of a light record is the head of the whole one, however far it has come', () => {
  let light = createRunRecord(toyRun('r'));
  let whole = light;
  for (let step = 1; step <= 5; step++) {
    const events = [{ ...toyStep(step), runId: 'r' }];
    whole = applyEvents(whole, events);
    light = lightOf(applyEvents(light, events));
    expect(headOf(light, 1)).toEqual(headOf(whole, 1));
  }
  expect(light.steps).toHaveLength(1);
});

test('a run is found by the next visit, as interrupted where nobody saw its end, and can be looked at', async () => {
  const store = createInMemoryRunStore();
  const first = fakeVisit({}, store).app;
  first.runs.open(toyRun('r'));
  first.runs.apply([{ ...toyStep(1), runId: 'r' }]);
  await first.runs.flush();

  const { app } = fakeVisit({}, store);
  await loadRuns(app);
  expect(app.runs.earlier).toMatchObject([{ runId: 'r', status: 'interrupted', step: 1 }]);
  expect([app.runs.current, app.runs.nextNumber]).toEqual([null, 2]);
  expect(await lookAtRun(app, 'r')).toBe(true);
  expect(app.runs.current).toMatchObject({ runId: 'r', outcome: 'interrupted' });
  expect(app.runs.current!.steps).toHaveLength(1);
  // It is not what the transport tells of.
  expect([app.runs.newest, app.progress.status]).toEqual([null, 'idle']);
  expect(hasUnsavedWork(app)).toBe(false);
});

test('runs of earlier visits stand before those of this one', async () => {
  const store = createInMemoryRunStore();
  await store.create({ ...toyRun('old'), startedAt: '2026-11-01T00:00:00.000Z' });
  await store.create({ ...toyRun('older'), startedAt: '2026-10-01T00:00:00.000Z' });
  const runs = new Runs(undefined, store);
  await runs.load();
  runs.open(toyRun('new'));
  await runs.openEarlier('old');
  await runs.openEarlier('older');
  expect(runs.records.map(({ runId }) => runId)).toEqual(['older', 'old', 'new']);
  expect([runs.newest?.runId, runs.current?.runId]).toEqual(['new', 'older']);
  expect(runs.nextNumber).toBe(4);
});

test('a new name and a deletion reach store and page; a deletion is asked for', async () => {
  const store = createInMemoryRunStore();
  await store.create(toyRun('r'));
  const { app } = fakeVisit({}, store);
  await loadRuns(app);
  await lookAtRun(app, 'r');
  await renameRun(app, 'r', 'mine');
  expect([app.runs.current!.name, (await store.heads())[0]!.name]).toEqual(['mine', 'mine']);

  const refused = removeRuns(app, app.runs.records);
  app.question.answer(false);
  expect(await refused).toBe(false);
  const granted = removeRuns(app, app.runs.records);
  app.question.answer(true);
  expect(await granted).toBe(true);
  expect([app.runs.current, app.runs.records, await store.heads()]).toEqual([null, [], []]);
  expect(await lookAtRun(app, 'r')).toBe(false);
  expect(app.notices.shown).toHaveLength(1);
});

test('a full disk is told once; what could not be written is there when there is room again', async () => {
  const store = fillingStore();
  const { app } = fakeVisit({}, store);
  app.runs.open(toyRun('r'));
  await app.runs.flush();
  store.isFull = true;
  app.runs.apply([{ ...toyStep(1), runId: 'r' }]);
  await app.runs.flush();
  app.runs.apply([{ ...toyStep(2), runId: 'r' }]);
  await app.runs.flush();
  expect(app.notices.shown).toHaveLength(1);
  expect(app.notices.shown[0]!.text).toMatch(/full/);
  expect(hasUnsavedWork(app)).toBe(true);
  expect((await store.open('r')).steps).toHaveLength(0);

  store.isFull = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect((await store.open('r')).steps.map(({ step }) => step)).toEqual([1, 2]);
  expect(hasUnsavedWork(app)).toBe(false);
});

test('what a run says is written within a second, and its end at once', async () => {
  const store = createInMemoryRunStore();
  const runs = new Runs(undefined, store);
  runs.open(toyRun('r'));
  runs.apply([{ ...toyStep(1), runId: 'r' }]);
  await vi.advanceTimersByTimeAsync(1000);
  expect((await store.open('r')).steps).toHaveLength(1);
  runs.apply([
    { type: 'finished', runId: 'r', step: 1, tokens: 9, elapsedMs: 9, reason: 'completed' },
  ]);
  await vi.advanceTimersByTimeAsync(0);
  expect((await store.open('r')).status).toBe('completed');
});

test('what has an end keeps it', () => {
  const record = createRunRecord(toyRun('r'));
  expect(leftBehind({ ...record, status: 'failed' }).status).toBe('failed');
  expect(leftBehind(record).status).toBe('interrupted');
});
