import { beforeEach, expect, test } from 'vitest';
import { train } from '../../src/page/actions/train.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { PlayedTraining, readyVisit, settle } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';
import { engineInfo, modelInfo, ok } from './fakeTrainer.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  globalThis.localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  } as Storage;
});

/** A model as large as mini, on an engine with so much memory. */
const sized = (totalBytes: number) => ({
  startEngine: () =>
    ok({ ...engineInfo, limits: { totalBytes, bufferBytes: null, deviceBytes: null } }),
  loadModel: (_: string, name: string) =>
    ok({ ...modelInfo, name, nParams: 1_066_112, vocabSize: 2048, activationWords: 23_552 }),
});

test('steps, memory and epochs are known before the first run, and follow the settings', async () => {
  const { app } = await readyVisit(sized(3.2e9));
  const before = app.forecast.run;
  expect(before.tokens).toBe(before.nSteps * 8 * 256);
  expect(before.memory!.bytes).toBeGreaterThan(100e6);
  expect(app.forecast.epochs.map(({ name }) => name).sort()).toEqual(['A', 'B']);
  const { epochs } = app.forecast.epochs[0]!;
  app.desk.setSetting('trainTokens', 2 * app.desk.settings.trainTokens);
  expect(app.forecast.epochs[0]!.epochs).toBeCloseTo(2 * epochs, 6);
  app.desk.setSetting('batchSize', 16);
  expect(app.forecast.run.memory!.bytes).toBeGreaterThan(1.5 * before.memory!.bytes);
});

test('the time is that of the last run here, by its tokens', async () => {
  const played = new PlayedTraining();
  const { app } = await readyVisit({ ...sized(3.2e9), train: played.train });
  expect(app.forecast.timeMs).toBeNull();
  const events = eventsOf('run-1', 10);
  void train(app);
  await settle();
  const model = { ...modelInfo, name: app.desk.modelName };
  played.say({ ...events.started, model }, events.step(10), events.finished(10));
  played.end({ ok: true, value: null });
  await settle();
  // Ten steps of ten tokens took a second.
  expect(app.forecast.timeMs).toBeCloseTo(10 * app.desk.settings.trainTokens, 6);
});

test('what will not fit is said with a batch that does, and taken back with the setting', async () => {
  const { app } = await readyVisit(sized(400e6));
  expect(app.forecast.warning).toBeNull();
  app.desk.setSetting('batchSize', 64);
  const { warning } = app.forecast;
  expect(warning).toContain('64 rows of 256 tokens');
  expect(warning).toContain(en.forecast.fits(14));
  app.desk.setSetting('batchSize', 14);
  expect(app.forecast.warning).toBeNull();
});

test('where not even one row fits, other remedies are named; a model that does not tell its sizes gets no warning', async () => {
  const { app } = await readyVisit(sized(20e6));
  expect(app.forecast.warning).toContain(en.forecast.nothingFits);
  expect((await readyVisit()).app.forecast.warning).toBeNull();
});
