/** Strips that are played together: chosen, moved, muted, soloed, taken off, and undone as one step. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  announceSelection,
  isolateSelected,
  removeSelected,
} from '../../src/page/actions/playSelection.ts';
import { undo } from '../../src/page/actions/undo.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import type { App } from '../../src/page/state/createApp.ts';
import { Played } from '../../src/page/state/played.svelte.ts';
import { Scored } from '../../src/page/state/scored.svelte.ts';
import { stepWords } from '../../src/page/state/stepWords.ts';
import { stripsOf, type Strip } from '../../src/page/state/strip.svelte.ts';
import { readyVisit } from './fakeApp.ts';

let app: App;
const strips = (): Strip[] =>
  stripsOf({
    ...app,
    scored: new Scored(app.runs),
    played: new Played(app),
    muteCluster: vi.fn(),
    showDetails: vi.fn(),
    showAnswers: vi.fn(),
  });
const strip = (id: string): Strip => strips().find((one) => one.id === id)!;
const levels = (): number[] => app.desk.channels.map(({ level }) => level);
const selected = (): string[] => app.selection.channels.map(({ id }) => id);

beforeEach(async () => {
  ({ app } = await readyVisit());
  const source = { kind: 'builtIn', url: 'c.json', sha256: 'c', bytes: 10 } as const;
  const rest = { metric: 'exactMatch', size: 3, source };
  app.desk.add({ id: 'c', name: 'C', cluster: 'b', ...rest });
  app.desk.add({ id: 'd', name: 'D', cluster: 'd', ...rest });
});

test('a press chooses one more or one less, a range everything between, a bus its tasks', () => {
  const { selection } = app;
  expect(selection.isActive).toBe(false);
  selection.toggle(strip('a'));
  selection.toggle(strip('d'));
  expect(selected()).toEqual(['a', 'd']);
  selection.toggle(strip('a'));
  expect(selected()).toEqual(['d']);
  selection.clear();
  selection.toggle(strip('c'));
  selection.extendTo(strip('a'), strips());
  expect(selected(), 'also against the reading order').toEqual(['a', 'b', 'c']);
  selection.clear();
  selection.toggle(strip('cluster b'));
  expect(selected()).toEqual(['b', 'c']);
  expect(selection.has(strip('cluster b').taskIds)).toBe(true);
  selection.toggle(strip('b'));
  expect(selected()).toEqual(['c']);
  app.desk.takeOff(selection.channels);
  expect(selection.isActive, 'what has left the desk is selected no longer').toBe(false);
});

test('a fader takes the others with it, and what an end of the travel took from one comes back', () => {
  const { selection, desk } = app;
  desk.setLevel(desk.channel('b')!, 90);
  selection.toggle(strip('a'));
  selection.toggle(strip('b'));
  strip('a').setLevel(70);
  expect(levels()).toEqual([70, 100, 50, 50]);
  strip('a').setLevel(50);
  expect(levels()).toEqual([50, 90, 50, 50]);
  strip('a').setLevel(0);
  strip('b').setLevel(40);
  expect(levels()).toEqual([0, 40, 50, 50]);
  strip('c').setLevel(10);
  expect(levels(), 'one that is not selected moves alone').toEqual([0, 40, 10, 50]);
  desk.setLevel(desk.channel('a')!, 80);
  strip('b').setLevel(50);
  expect(levels(), 'what was moved otherwise goes on from there').toEqual([90, 50, 10, 50]);
});

test('under a computed strategy the hand takes over first', () => {
  app.desk.setSetting('strategy', 'equal');
  app.desk.setLevel(app.desk.channel('a')!, 20);
  app.desk.setSetting('strategy', 'equal');
  app.selection.add(strips());
  strip('a').setLevel(90);
  expect(app.desk.settings.strategy).toBe('faders');
  expect(levels()).toEqual([90, 90, 90, 90]);
});

test('mute and solo of one are those of all; each move together is one step that is undone as one', async () => {
  const { selection, desk, history, library } = app;
  history.begin(desk.state);
  selection.toggle(strip('a'));
  selection.toggle(strip('d'));
  const moves: readonly (() => void)[] = [
    () => strip('a').setLevel(60),
    () => strip('a').toggleMute(),
    () => strip('d').toggleSolo(false),
    () => strip('a').toggleSolo(false),
    () => removeSelected(app),
  ];
  moves.forEach((move, i) => {
    move();
    history.note(desk.state, i * 5000);
  });
  expect(desk.channels.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(selection.isActive).toBe(false);
  const told: string[] = [];
  while (history.back) {
    told.push(stepWords(history.back, library));
    await undo(app);
  }
  const { steps } = en.history;
  const both = ['A', 'D'];
  expect(told).toEqual([
    steps.removed(both),
    steps.solo(both),
    steps.solo(both),
    steps.mute(both),
    steps.level(both),
  ]);
  expect(levels()).toEqual([50, 50, 50, 50]);
});

test('the curves show the selected ones alone, and all at the second press; part of a cluster has its own line', () => {
  const { selection, curvesView } = app;
  curvesView.choose('grouping', 'clusters');
  selection.toggle(strip('a'));
  isolateSelected(app);
  expect(curvesView.get('grouping')).toBe('clusters');
  expect(curvesView.hiddenTasks).toHaveLength(2);
  isolateSelected(app);
  expect(curvesView.hiddenTasks).toEqual([]);
  selection.toggle(strip('c'));
  isolateSelected(app);
  expect(curvesView.get('grouping')).toBe('tasks');
  expect(curvesView.hiddenTasks.toSorted()).toEqual(['b', 'd']);
});

test('how many are selected is said at once', () => {
  app.announcer.say('just now', app.world.now());
  app.selection.add(strips());
  announceSelection(app);
  expect(app.announcer.words).toBe(en.strips.selected(4));
});
