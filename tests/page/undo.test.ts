import { expect, test } from 'vitest';
import { deskChanges, type DeskState } from '../../src/core/desk/deskChange.ts';
import { changeModel } from '../../src/page/actions/changeModel.ts';
import { sendLive } from '../../src/page/actions/sendLive.ts';
import { train } from '../../src/page/actions/train.ts';
import { redo, undo } from '../../src/page/actions/undo.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import type { App } from '../../src/page/state/createApp.ts';
import { stepWords } from '../../src/page/state/stepWords.ts';
import { PlayedTraining, readyVisit, settle } from './fakeApp.ts';
import { ok } from './fakeTrainer.ts';
import { eventsOf } from './fakeRun.ts';

/** A desk whose moves are noted, as the shell does after each. */
async function noted(own: Parameters<typeof readyVisit>[0] = {}) {
  const visit = await readyVisit(own);
  const { app, clock } = visit;
  app.history.begin(app.desk.state);
  const move = (by: (app: App) => void): void => {
    clock.ms += 5000;
    by(app);
    app.history.note(app.desk.state, clock.ms);
  };
  const back = async (): Promise<string> => {
    const words = app.history.back ? stepWords(app.history.back, app.library) : '';
    await undo(app);
    app.history.note(app.desk.state, clock.ms);
    return words;
  };
  return { ...visit, move, back };
}

test('everything that the hand moves is undone, newest first, and each step has its name', async () => {
  const { app, move, back } = await noted();
  const { desk } = app;
  const first = desk.state;
  const [a, b] = desk.channels;
  move(() => desk.setLevel(a!, 80));
  move(() => desk.toggleMute([b!]));
  move(() => desk.toggleSolo([a!], false));
  move(() => desk.setSetting('batchSize', 16));
  move(() => desk.setMaxExamples(a!, 2));
  move(() => desk.setBusLevel(desk.clusters[0]!, 20));
  move(() => desk.takeOff([b!]));
  const last = desk.state;
  const { steps } = en.history;
  expect(await back()).toBe(steps.removed(['B']));
  expect(desk.channels.map(({ id, isMuted }) => [id, isMuted])).toEqual([
    ['a', false],
    ['b', true],
  ]);
  expect(await back()).toBe(steps.bus(['a']));
  expect(await back()).toBe(steps.cap(['A']));
  expect(await back()).toBe(steps.setting([en.settings.rows.batchSize.label]));
  expect(await back()).toBe(steps.solo(['A']));
  expect(await back()).toBe(steps.mute(['B']));
  expect(await back()).toBe(steps.level(['A']));
  expect(desk.state).toEqual(first);
  expect(app.history.back).toBeNull();
  for (let i = 0; i < 7; i++) await redo(app);
  expect(desk.state).toEqual(last);
  expect(app.history.forth).toBeNull();
});

test('a hand that takes over from a computed strategy has moved a fader', async () => {
  const { app, move, back } = await noted();
  app.desk.setSetting('strategy', 'equal');
  app.history.begin(app.desk.state);
  move(({ desk }) => desk.setLevel(desk.channels[0]!, 12));
  expect(app.desk.settings.strategy).toBe('faders');
  expect(await back()).toMatch(/fader/);
  expect(app.desk.settings.strategy).toBe('equal');
});

test('an undo during a run reaches it as a move does', async () => {
  const played = new PlayedTraining();
  const sent: number[] = [];
  const setChannels = (levels: readonly { readonly level: number }[]) => {
    sent.push(levels[0]!.level);
    return ok(null);
  };
  const { app, move } = await noted({ train: played.train, setChannels });
  void train(app);
  await settle();
  played.say(eventsOf('run-1').started, eventsOf('run-1').phase('training'));
  move(({ desk }) => desk.setLevel(desk.channels[0]!, 90));
  await sendLive(app);
  await undo(app);
  await sendLive(app);
  expect(sent).toEqual([90, 50]);
});

test('another model is taken back too, and only after asking where tuned weights would go', async () => {
  const { app, move, back, clock } = await noted();
  const before = app.desk.modelName;
  await changeModel(app, 'small');
  move(() => undefined);
  app.engine.tunedBy = 'run-1';
  const refused = back();
  await settle();
  app.question.answer(false);
  expect(await refused).toBe(en.history.steps.model());
  expect([app.desk.modelName, app.history.back === null]).toEqual(['small', false]);
  const agreed = undo(app);
  await settle();
  app.question.answer(true);
  await agreed;
  app.history.note(app.desk.state, clock.ms);
  expect([app.desk.modelName, app.engine.model?.name]).toEqual([before, before]);
  expect([app.history.back, app.history.forth === null]).toEqual([null, false]);
});

test('two desks differ in what was done, and in nothing when the same', () => {
  const task = (id: string, level = 50) => ({ id, level, isMuted: false });
  const state = (more: Partial<DeskState['setup']> = {}, solos: string[] = []): DeskState => ({
    setup: { model: 'mini', tasks: [task('a'), task('b')], buses: {}, settings: {}, ...more },
    solos,
  });
  expect(deskChanges(state(), state())).toEqual([]);
  expect(deskChanges(state(), state({ tasks: [task('b'), task('a')] }))).toEqual([
    { kind: 'order', ids: [] },
  ]);
  expect(deskChanges(state(), state({ tasks: [task('a', 1), task('c')] }, ['a']))).toEqual([
    { kind: 'added', ids: ['c'] },
    { kind: 'removed', ids: ['b'] },
    { kind: 'level', ids: ['a'] },
    { kind: 'solo', ids: ['a'] },
  ]);
  const moved = { step: 3, channels: [] };
  expect(deskChanges(state(), state({ schedule: [moved], buses: { x: 1 } }))).toEqual([
    { kind: 'bus', ids: ['x'] },
    { kind: 'schedule', ids: [] },
  ]);
});
