import { beforeEach, expect, test } from 'vitest';
import { train } from '../../src/page/actions/train.ts';
import { trainOn } from '../../src/page/actions/trainOn.ts';
import type { TaskEvaluation } from '../../src/core/protocol/index.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { limitOf } from '../../src/page/state/headline.svelte.ts';
import { resultWords } from '../../src/page/state/resultWords.ts';
import { PlayedTraining, readyVisit, settle } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';
import { engineInfo } from './fakeTrainer.ts';

const events = eventsOf('run-1', 100);
const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  globalThis.localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
});

/** Eight answers, all of this score. */
const scored = (taskId: string, score: number): TaskEvaluation => ({
  taskId,
  loss: 1,
  metric: 'exactMatch',
  score,
  instances: 8,
  itemScores: Array.from({ length: 8 }, () => score),
});

const evaluated = (step: number, a: number, b: number) => ({
  ...events.evaluated(step),
  results: [scored('a', a), scored('b', b)],
});

async function training() {
  const played = new PlayedTraining();
  const visit = await readyVisit({ train: played.train });
  const start = async (): Promise<void> => {
    void train(visit.app);
    await settle();
  };
  const started = { ...events.started, taskIds: ['a', 'b'], mixingRates: { a: 0.5, b: 0.5 } };
  return { ...visit, played, start, started };
}

test('the introduction goes with the first Train, for good, and comes back when asked for', async () => {
  const { app, start, played } = await training();
  expect(app.headline.phase).toBe('intro');
  await start();
  expect(app.headline.phase).toBe('gettingReady');
  played.end({ ok: true, value: null });
  await settle();
  expect(app.headline.phase).toBe('ready');
  app.headline.introduce();
  expect(app.headline.phase).toBe('intro');
  expect((await readyVisit()).app.headline.phase, 'on the next visit').toBe('ready');
});

test('while it trains the mean score stands beside the untrained model’s, and who is ahead is named', async () => {
  const { app, start, played, started } = await training();
  await start();
  played.say(started, events.phase('evaluating', 1, 2));
  expect([app.headline.phase, app.headline.master]).toEqual(['baseline', null]);
  played.say(evaluated(0, 10, 30), events.phase('training'), events.step(1));
  expect(app.headline.phase).toBe('running');
  expect(app.headline.master).toMatchObject({ score: 20, baseScore: 20, tasks: 2 });
  expect(app.headline.ahead).toBeNull();
  played.say(evaluated(50, 90, 50), events.step(51));
  expect(app.headline.master).toMatchObject({ score: 70, baseScore: 20 });
  expect(app.headline.ahead).toEqual({ taskId: 'a', from: 10, to: 90 });
  played.say(events.phase('paused'));
  expect(app.headline.phase).toBe('paused');
});

test('nobody is ahead while no task has gained more than noise', async () => {
  const { app, start, played, started } = await training();
  await start();
  const one = (taskId: string, right: number): TaskEvaluation => ({
    ...scored(taskId, (100 * right) / 8),
    itemScores: Array.from({ length: 8 }, (_, i) => (i < right ? 100 : 0)),
  });
  const at = (step: number, right: number) => ({
    ...events.evaluated(step),
    results: [one('a', right), one('b', 2)],
  });
  played.say(started, at(0, 2), events.step(1), at(1, 3));
  expect(app.headline.master).toMatchObject({ baseScore: 25, score: 31.25 });
  expect(app.headline.ahead).toBeNull();
  played.say(at(50, 8), events.step(51));
  expect(app.headline.ahead).toEqual({ taskId: 'a', from: 25, to: 100 });
});

test('the end is a result in words and numbers, said once, and told outside the page who wants it', async () => {
  const { app, start, played, started, told, clock } = await training();
  await start();
  app.alerts.areOn = true;
  played.say(started, evaluated(0, 10, 30), events.step(1), evaluated(100, 98, 30));
  clock.ms = 3000;
  played.say(events.step(100), events.finished(100));
  played.end({ ok: true, value: null });
  await settle();
  expect(app.headline.phase).toBe('result');
  expect(app.headline.result?.trained).toMatchObject({ from: 20, to: 64 });
  expect(resultWords(app.headline.result, null, app.desk)).toEqual([en.headline.bestGain('A', 88)]);
  const end = 'Run 1 has finished. 20 → 64 of 100. Best gain: A +88.';
  expect(app.announcer.words).toContain('20 → 64 of 100. Best gain: A +88.');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(new RegExp(`${end.slice(-30).replace('+', '\\+')}$`));
  expect(app.notices.shown).toEqual([]);
});

test('what stayed at chance and what got worse is in the result too', async () => {
  const { app, start, played, started } = await training();
  await start();
  played.say(started, evaluated(0, 60, 30), events.step(1), evaluated(100, 20, 31));
  played.say(events.step(100), events.finished(100));
  played.end({ ok: true, value: null });
  await settle();
  const words = resultWords(app.headline.result, null, app.desk);
  expect(words).toContain(en.headline.worse(['A']));
  const atChance = { trained: { ...app.headline.result!.trained!, bestGain: null, worse: [] } };
  const [a] = atChance.trained.tasks;
  expect(
    resultWords(
      { trained: { ...atChance.trained, atChance: [a!] }, watched: null },
      null,
      app.desk,
    ),
  ).toEqual([en.headline.noGain, en.headline.atChance(['A'])]);
});

test('announcements rest ten seconds between each other', async () => {
  const { app, start, played, started, clock } = await training();
  await start();
  clock.ms = 20_000;
  played.say(started, evaluated(0, 10, 30), events.step(1));
  const first = app.announcer.words;
  clock.ms = 29_000;
  played.say(events.step(2), evaluated(2, 90, 90));
  expect(app.announcer.words).toBe(first);
  clock.ms = 30_000;
  played.say(events.step(30));
  expect(app.announcer.words).toBe(en.headline.announce(90, 20, 30));
});

test('how long a run takes is known from the last one on the same device, also on the next visit', async () => {
  const { app, start, played, started } = await training();
  await start();
  expect(app.pace.estimateMs('nano', 'wasm', 1000)).toBeNull();
  played.say(started, events.step(100), events.finished(100));
  played.end({ ok: true, value: null });
  await settle();
  // 100 steps of 100 ms and 10 tokens each.
  expect(app.pace.estimateMs('nano', 'wasm', 50)).toBe(500);
  expect(app.pace.estimateMs('nano', 'webgpu', 50)).toBeNull();
  expect((await readyVisit()).app.pace.estimateMs('nano', 'wasm', 50)).toBe(500);
});

test('Train on starts from the tuned weights', async () => {
  const { app, start, played, started } = await training();
  await start();
  played.say(started, evaluated(0, 10, 30), events.step(100), events.finished(100));
  played.end({ ok: true, value: null });
  await settle();
  void trainOn(app);
  await settle();
  expect(played.request?.plan.startFrom).toEqual({ kind: 'run', runId: 'run-1' });
});

test('what makes a device slow is told, unless the visitor has chosen it', () => {
  const wasm = engineInfo;
  expect(limitOf(wasm, false)).toBe('noGpu');
  expect(limitOf(wasm, true)).toBeNull();
  const single = { key: 'notIsolated', values: {} } as const;
  expect(limitOf({ ...wasm, notes: [single] }, true)).toBe('oneThread');
  const insecure = { key: 'threadsNeedSecureAddress', values: {} } as const;
  expect(limitOf({ ...wasm, notes: [insecure] }, true)).toBe('insecure');
  expect(limitOf({ ...wasm, backend: 'webgpu', isSoftware: true }, true)).toBe('software');
  expect(limitOf({ ...wasm, backend: 'webgpu' }, false)).toBeNull();
  expect(limitOf({ ...wasm, backend: 'cpu' }, false)).toBe('cpu');
});
