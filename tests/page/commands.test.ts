import { expect, test } from 'vitest';
import { commands } from '../../src/page/actions/commands.ts';
import { pressKey } from '../../src/page/actions/pressKey.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { isSingleKey, matchesKey, type Pressed } from '../../src/page/state/keys.svelte.ts';
import { fakeVisit, PlayedTraining, readyVisit, settle } from './fakeApp.ts';
import { eventsOf } from './fakeRun.ts';

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: key === ' ' ? 'Space' : `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const free = { isTyping: false, isPressable: false };

test('a key is told from its modifiers; Ctrl and ⌘ are one, Shift that a layout needs for a sign is none', () => {
  expect(matchesKey(pressed('z', { ctrlKey: true }), 'mod+z')).toBe(true);
  expect(matchesKey(pressed('z', { metaKey: true }), 'mod+z')).toBe(true);
  expect(matchesKey(pressed('Z', { ctrlKey: true, shiftKey: true }), 'mod+z')).toBe(false);
  expect(matchesKey(pressed('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z')).toBe(true);
  expect(matchesKey(pressed('z'), 'mod+z')).toBe(false);
  expect(matchesKey(pressed('?', { shiftKey: true }), '?')).toBe(true);
  expect(matchesKey(pressed('p', { altKey: true }), 'p')).toBe(false);
  expect(matchesKey(pressed(' '), 'Space')).toBe(true);
});

test('every command has a name of its own, and no key has two commands', () => {
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  expect(commands.map(({ id }) => id).sort()).toEqual(Object.keys(en.commands.names).sort());
  const keys = commands.flatMap(({ keys = [] }) => keys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('Space trains, pauses and carries on, but not where it presses a button', async () => {
  const played = new PlayedTraining();
  const { app } = await readyVisit({ train: played.train });
  expect(pressKey(app, pressed(' '), { isTyping: false, isPressable: true })).toBe(false);
  expect(pressKey(app, pressed(' '), free)).toBe(true);
  await settle();
  expect(played.request).not.toBeNull();
});

test('a key whose command means nothing now is left to the browser', async () => {
  const played = new PlayedTraining();
  const { app } = await readyVisit({ train: played.train });
  expect(pressKey(app, pressed('x'), free)).toBe(false);
  pressKey(app, pressed(' '), free);
  await settle();
  played.say(eventsOf('run-1').started, eventsOf('run-1').phase('training'));
  expect(pressKey(app, pressed('.'), free)).toBe(false);
  expect(pressKey(app, pressed('x'), free)).toBe(true);
  expect(app.progress.status).toBe('stopping');
});

test('single keys rest while one writes and once they are switched off; the palette opens from everywhere', () => {
  const { app } = fakeVisit();
  const help = pressed('?', { shiftKey: true });
  const palette = pressed('k', { ctrlKey: true });
  const writing = { isTyping: true, isPressable: false };
  expect(pressKey(app, help, writing)).toBe(false);
  app.keys.areOn = false;
  expect(pressKey(app, help, free)).toBe(false);
  app.keys.areOn = true;
  expect(pressKey(app, help, free)).toBe(true);
  expect(app.panels.open).toBe('shortcuts');
  expect(pressKey(app, palette, free), 'one panel at a time').toBe(false);
  app.panels.close();
  expect(pressKey(app, palette, writing)).toBe(true);
  expect(app.panels.open).toBe('palette');
  expect(['x', 'Space', 'mod+k'].map(isSingleKey)).toEqual([true, true, false]);
});
