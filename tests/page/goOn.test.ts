import { expect, test } from 'vitest';
import { createInMemoryRunStore } from '../../src/core/runs/inMemoryRunStore.ts';
import type { ResumableRun, TrainerApi, TrainEvent } from '../../src/core/protocol/index.ts';
import { deskOfPlan } from '../../src/core/desk/deskOfPlan.ts';
import { goOn, offerToGoOn } from '../../src/page/actions/goOn.ts';
import { keepAll } from '../../src/page/actions/keepAll.ts';
import { loadRuns, removeRuns } from '../../src/page/actions/keptRuns.ts';
import { readCheckpoints } from '../../src/page/actions/readCheckpoints.ts';
import { loadTasks } from '../../src/page/actions/loadTasks.ts';
import { startEngine } from '../../src/page/actions/startEngine.ts';
import { train } from '../../src/page/actions/train.ts';
import { hasUnsavedWork } from '../../src/page/state/unsavedWork.ts';
import { toyPlan, toyRun, toyStep } from '../core/toyRun.ts';
import {
  fakeVisit,
  fillDesk,
  PlayedTraining,
  readyVisit,
  settle,
  type FakeVisit,
} from './fakeApp.ts';
import { engineInfo, ok } from './fakeTrainer.ts';

const kept = (more: Partial<ResumableRun> = {}): ResumableRun => ({
  ...toyRun('r'),
  step: 2,
  nSteps: 5,
  savedAt: '2026-11-28T19:57:00.000Z',
  engine: engineInfo,
  bytes: 100,
  ...more,
});
const step = (n: number): TrainEvent => ({ ...toyStep(n), runId: 'r' });

/** A visit after one that was cut off behind its third step, kept at its second. */
async function afterCut(own: Partial<TrainerApi> = {}): Promise<FakeVisit> {
  const store = createInMemoryRunStore();
  await store.create({ ...toyRun('r'), name: 'mine' });
  await store.append('r', [step(1), step(2), step(3)]);
  const visit = fakeVisit(
    {
      resumableRuns: () => ok([kept()]),
      keptLog: () => ok({ events: [step(1), step(2)], damaged: [] }),
      ...own,
    },
    store,
  );
  await loadRuns(visit.app);
  fillDesk(visit.app);
  await startEngine(visit.app);
  await loadTasks(visit.app);
  return visit;
}

test('a run that was cut off is offered with its place and age, and goes on as one run', async () => {
  const played = new PlayedTraining();
  const { app } = await afterCut({ train: played.train });
  await offerToGoOn(app);
  const [offer] = app.notices.shown;
  expect(offer).toMatchObject({ kind: 'offer' });
  expect(offer!.title).toContain('mine');
  expect(offer!.text).toMatch(/step 2 of 5, 3 minutes ago/);
  offer!.action!.run();
  await settle();
  await settle();
  expect(played.request).toMatchObject({ runId: 'r', resumes: true });
  expect([app.notices.shown, app.transport.isBusy]).toEqual([[], true]);
  const resumed = { elapsedMs: 9, engine: engineInfo, differs: [], damaged: [] };
  played.say({ type: 'resumed', runId: 'r', step: 2, ...resumed }, step(3), step(4));
  await settle();
  expect(app.runs.records).toHaveLength(1);
  expect(app.runs.current!.steps.map((one) => one.step)).toEqual([1, 2, 3, 4]);
  expect(app.runs.current!.name).toBe('mine');
  expect(app.runs.earlier).toEqual([]);
  const heads = await app.runs.heads();
  expect(heads).toMatchObject([{ runId: 'r', step: 4 }]);
});

test('what has ended, or is trained in another tab, is not offered', async () => {
  const ended = await afterCut({ resumableRuns: () => ok([kept({ step: 5 })]) });
  await offerToGoOn(ended.app);
  expect(ended.app.notices.shown).toEqual([]);
  const elsewhere = await afterCut();
  Object.assign(elsewhere.app.world.locks, {
    runsOnTheirWay: () => Promise.resolve(new Set(['r'])),
  });
  await offerToGoOn(elsewhere.app);
  expect(elsewhere.app.notices.shown).toEqual([]);
});

test('a run of another desk brings its own', async () => {
  const played = new PlayedTraining();
  const { app } = await afterCut({ train: played.train });
  app.desk.takeOff([app.desk.channel('b')!]);
  await readCheckpoints(app);
  void goOn(app, 'r');
  await settle();
  await settle();
  expect(app.desk.channels.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(played.request).toMatchObject({ runId: 'r', resumes: true });
});

test('a log that can’t be read is told, and nothing is taken back', async () => {
  const error = { code: 'storage-failed', key: 'noStorage', values: { cause: 'x' } } as const;
  const { app } = await afterCut({ keptLog: () => Promise.resolve({ ok: false, error }) });
  await readCheckpoints(app);
  await goOn(app, 'r');
  expect(app.notices.shown).toHaveLength(1);
  expect(app.transport.isBusy).toBe(false);
  expect(app.runs.earlier[0]!.step).toBe(3);
});

test('of ended runs three keep what they have learnt; a run that is deleted is forgotten', async () => {
  const forgotten: string[][] = [];
  const runs = [1, 2, 3, 4, 5].map((n) =>
    kept({ runId: `r${n}`, step: 5, savedAt: `2026-11-2${n}T00:00:00.000Z` }),
  );
  const { app } = await afterCut({
    resumableRuns: () => ok([...runs, kept()]),
    forgetRuns: (runIds) => (forgotten.push([...runIds]), ok(null)),
  });
  await readCheckpoints(app);
  expect(forgotten).toEqual([['r2', 'r1']]);
  expect(app.checkpoints.runs.map(({ runId }) => runId)).toEqual(['r', 'r5', 'r4', 'r3']);
  const removed = removeRuns(app, [{ runId: 'r', name: 'mine' }]);
  app.question.answer(true);
  expect(await removed).toBe(true);
  expect(forgotten.at(-1)).toEqual(['r']);
  expect(app.checkpoints.of('r')).toBeNull();
});

test('a run is kept while it goes on; what could not be kept is said, and leaving loses it then', async () => {
  const played = new PlayedTraining();
  const asked: string[] = [];
  const keepNow: TrainerApi['keepNow'] = () => (asked.push('keepNow'), ok(null));
  const { app } = await readyVisit({ train: played.train, keepNow });
  void train(app);
  await settle();
  const { runId, keeping } = played.request!;
  expect(keeping).toMatchObject({ name: app.runs.current!.name, log: [] });
  await keepAll(app);
  expect(asked).toEqual(['keepNow']);
  const error = { code: 'storage-failed', key: 'noStorage', values: { cause: 'full' } } as const;
  played.say({ ...toyStep(1), runId }, { type: 'notKept', runId, step: 1, error });
  expect(app.checkpoints.trouble).toEqual(error);
  played.end({ ok: true, value: null });
  await settle();
  expect(hasUnsavedWork(app)).toBe(true);
  app.checkpoints.note([{ type: 'kept', runId, step: 1, bytes: 1, ms: 1 }]);
  expect([app.checkpoints.trouble, hasUnsavedWork(app)]).toEqual([null, false]);
});

test('the desk of a plan asks for what the plan has asked for', () => {
  const plan = toyPlan({
    channels: [
      { taskId: 'a', level: 150, isOn: true, maxExamples: 7 },
      { taskId: 'b', level: 50, isOn: false, metric: 'rougeL' },
    ],
  });
  expect(deskOfPlan(plan)).toMatchObject({
    model: 'nano',
    tasks: [
      { id: 'a', level: 100, isMuted: false, maxExamples: 7 },
      { id: 'b', level: 50, isMuted: true, metric: 'rougeL' },
    ],
  });
});
