/** What a link leaves out: written, read back, and kept from palette, keys and menus. */
import { expect, test } from 'vitest';
import { offeredCommands } from '../../src/page/actions/commands.ts';
import { copyLink } from '../../src/page/actions/copyLink.ts';
import { presetCommands } from '../../src/page/actions/presetCommands.ts';
import { pressKey } from '../../src/page/actions/pressKey.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { deskOfLink, linkOf, withoutDesk } from '../../src/page/state/deskLink.ts';
import {
  controlGroups,
  HiddenControls,
  hideParameter,
} from '../../src/page/state/hiddenControls.svelte.ts';
import { hidesTab, sideTabs } from '../../src/page/state/sidePanel.svelte.ts';
import { fillDesk, fakeVisit } from './fakeApp.ts';

const site = 'https://example.org/desk/?backend=wasm#/desk';
const read = (written: string | null): HiddenControls => {
  const hidden = new HiddenControls();
  hidden.read(written);
  return hidden;
};

test('a link carries what is hidden beside the desk, as it is written; without it, it is the old link', async () => {
  const { desk } = fakeVisit().app;
  const plain = await linkOf(desk.setup, site);
  const url = new URL(await linkOf(desk.setup, site, ['settings', 'exam']));
  expect(url.href).toContain('&hide=settings.exam#/desk');
  expect(await deskOfLink(url.searchParams.get('desk')!)).toEqual(desk.setup);
  expect(read(url.searchParams.get(hideParameter)).groups).toEqual(['settings', 'exam']);
  expect(new URL(plain).searchParams.has(hideParameter)).toBe(false);
  expect(read(null).areAsked).toBe(false);
  expect(withoutDesk(url.href), 'a reload hides it again').toBe(
    'https://example.org/desk/?hide=settings.exam#/desk',
  );
});

test('every group is written and read, has words, and names of a newer page are told, not taken', () => {
  const all = read(controlGroups.join('.'));
  expect(all.groups).toEqual(controlGroups);
  expect(all.unknown).toEqual([]);
  expect(Object.keys(en.classLink.groups)).toEqual([...controlGroups]);
  const newer = read('.exam. race.race.toString.exam');
  expect(newer.groups).toEqual(['exam']);
  expect(newer.unknown).toEqual(['race', 'toString']);
  expect(read('race').areAsked).toBe(false);
});

test('what is hidden has no command, no key, no tab and no preset, until everything is shown', () => {
  const { app } = fakeVisit();
  const ids = (): string[] => offeredCommands(app).map(({ id }) => id);
  const letter = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const pressL = (): boolean =>
    pressKey(app, { ...letter, key: 'l', code: 'KeyL' }, { isTyping: false, isPressable: false });
  app.presets.shipped = [
    { id: 'one', words: { en: { name: 'One', sentence: '' } }, desk: app.desk.setup },
  ];
  const all = ids();
  app.hidden.read('tasks.engine.settings.tryIt');
  expect(all.filter((id) => !ids().includes(id))).toEqual([
    'newSeed',
    'resetSettings',
    'library',
    'data',
    'engine',
    'engineDetails',
  ]);
  expect(pressL()).toBe(false);
  expect(presetCommands(app)).toEqual([]);
  expect(sideTabs.filter((tab) => hidesTab(app.hidden, tab))).toEqual(['tryIt']);
  expect(app.hidden.hasView('desk')).toBe(false);
  app.hidden.isLifted = true;
  expect(ids()).toEqual(all);
  expect(presetCommands(app)).toHaveLength(1);
  expect(pressL()).toBe(true);
});

test('a link copied on a simplified page is simplified too', async () => {
  const { app, clipboard, address } = fakeVisit();
  fillDesk(app);
  address.href = 'https://example.org/?hide=exam';
  app.hidden.read('exam');
  await copyLink(app);
  expect(new URL(clipboard.text).searchParams.get(hideParameter)).toBe('exam');
  app.hidden.isLifted = true;
  await copyLink(app);
  expect(new URL(clipboard.text).searchParams.has(hideParameter)).toBe(false);
});
