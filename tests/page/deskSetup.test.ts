/** The desk as one value: taken, put back, remembered, and carried by a link. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeskSetup } from '../../src/core/desk/deskSetup.ts';
import { Desk } from '../../src/page/state/desk.svelte.ts';
import {
  deskOfLink,
  isOnThisComputer,
  linkOf,
  withoutDesk,
} from '../../src/page/state/deskLink.ts';
import { Library } from '../../src/page/state/library.svelte.ts';
import { rethrowInWords } from '../inWords.ts';
import { memoryStorage } from './memoryStorage.ts';

const library = (ids: readonly string[] = ['a', 'b', 'c', 'd']): Library => {
  const made = new Library();
  made.list(
    ids.map((id) => ({
      id,
      name: id,
      cluster: id < 'c' ? 'first' : 'second',
      metric: 'exactMatch',
      size: 100,
      source: { kind: 'builtIn', url: `${id}.json`, sha256: id, bytes: 10 },
    })),
  );
  return made;
};

const setup: DeskSetup = {
  model: 'nano',
  tasks: [
    { id: 'c', level: 80, isMuted: false },
    { id: 'a', level: 50, isMuted: true },
    { id: 'b', level: 50, isMuted: false, maxExamples: 15, metric: 'chrF' },
  ],
  buses: { first: 10 },
  settings: { trainTokens: 250_000, strategy: 'equal' },
  schedule: [{ step: 40, settings: { learningRate: 0.001 } }],
};
const ids = (desk: Desk): string[] => desk.channels.map(({ id }) => id);

beforeEach(() => {
  globalThis.localStorage = memoryStorage();
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
});

test('what is put on the desk is what it says of itself', () => {
  const desk = new Desk(library());
  desk.useSetup(setup);
  expect(desk.setup).toEqual(setup);
  expect(desk.settings).toMatchObject({ trainTokens: 250_000, strategy: 'equal' });
  expect(desk.modelName).toBe('nano');
});

test('a snapshot brings back what was taken off, moved, muted and set since', () => {
  const desk = new Desk(library());
  desk.useSetup(setup);
  const before = desk.setup;
  desk.setSetting('strategy', 'faders');
  desk.setLevel(desk.channel('c')!, 3);
  desk.toggleMute([desk.channel('a')!]);
  desk.takeOff([desk.channel('b')!]);
  desk.put([desk.library.find('d')!]);
  expect(desk.setup).not.toEqual(before);
  desk.useSetup(before);
  expect(desk.setup).toEqual(before);
});

test('a cap on examples is what a run draws from, and what strategies by size count', () => {
  const desk = new Desk(library());
  desk.useSetup({ ...setup, settings: { strategy: 'proportional' } });
  desk.toggleMute([desk.channel('a')!]);
  expect(desk.shares.b! / desk.shares.c!).toBeCloseTo(15 / 100, 10);
  expect(desk.levels.find(({ taskId }) => taskId === 'b')?.maxExamples).toBe(15);
});

test('a chosen metric scores the next run, the choice of its own is none, and its chance is not known', () => {
  const desk = new Desk(library());
  desk.useSetup(setup);
  const [a, b] = [desk.channel('a')!, desk.channel('b')!];
  expect([b.metric, b.ownMetric, a.metric]).toEqual(['chrF', 'exactMatch', 'exactMatch']);
  desk.setMetric(a, 'strictMatch');
  desk.setMetric(b, 'exactMatch');
  expect(desk.levels.map(({ metric }) => metric)).toEqual([undefined, 'strictMatch', undefined]);
  expect(new Desk(library()).kept.tasks.map(({ metric }) => metric)).toEqual([
    undefined,
    'strictMatch',
    undefined,
  ]);
});

test('a solo is a moment of listening: it stays over another setup, and does not come with a task put back', () => {
  const desk = new Desk(library());
  desk.useSetup(setup);
  desk.toggleSolo([desk.channel('c')!], false);
  desk.useSetup(setup);
  expect(desk.channel('c')!.isSolo).toBe(true);
  const c = desk.channel('c')!;
  desk.takeOff([c]);
  desk.put([c]);
  expect(c.isSolo).toBe(false);
});

test('the next visit finds the desk as it was, once the list of tasks has come', () => {
  new Desk(library()).useSetup(setup);
  const again = new Desk(new Library());
  expect([again.modelName, ids(again)]).toEqual(['nano', []]);
  again.library.list(library().tasks);
  again.placeAbsent();
  expect(again.setup).toEqual(setup);
});

test('a task that the library lacks waits: it is remembered, and takes its place when its file comes', () => {
  const desk = new Desk(library(['a', 'b']));
  desk.useSetup(setup);
  expect(ids(desk)).toEqual(['a', 'b']);
  expect(desk.absent.map(({ id }) => id)).toEqual(['c']);
  expect(desk.setup.tasks.map(({ id }) => id)).toEqual(['a', 'b']);
  const again = new Desk(library());
  again.placeAbsent();
  expect(again.channel('c')!.level).toBe(80);
  again.takeOff([again.channel('c')!]);
  expect(new Desk(library()).absent.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('what was stored in parts is lifted: model, settings, faders and buses', () => {
  localStorage.setItem('mixdesk.model', '"small"');
  localStorage.setItem('mixdesk.settings', '{"version":1,"values":{"seed":7,"retired":1}}');
  localStorage.setItem('mixdesk.buses', '{"first":20}');
  localStorage.setItem(
    'mixdesk.faders',
    '{"a":{"level":50,"isMuted":true},"b":{"level":null},"c":{"level":70,"isMuted":false}}',
  );
  const desk = new Desk(library());
  desk.placeAbsent();
  expect(desk.setup).toEqual({
    model: 'small',
    tasks: [
      { id: 'a', level: 50, isMuted: true },
      { id: 'c', level: 70, isMuted: false },
    ],
    buses: { first: 20 },
    settings: { seed: 7 },
  });
});

test('faders that were all at rest say nothing of what should be on the desk: the default comes', () => {
  localStorage.setItem('mixdesk.settings', '{"version":1,"values":{"seed":7}}');
  localStorage.setItem('mixdesk.faders', '{"a":{"level":50,"isMuted":false}}');
  const desk = new Desk(library());
  desk.openWith(setup);
  desk.placeAbsent();
  expect(ids(desk)).toEqual(['c', 'a', 'b']);
  expect(desk.setup.settings).toEqual({ ...setup.settings, seed: 7 });
});

test('an earlier visit wins over what the page opens with, also a desk that was emptied', () => {
  new Desk(library()).useSetup({ ...setup, tasks: [] });
  const desk = new Desk(library());
  desk.openWith(setup);
  desk.placeAbsent();
  expect(ids(desk)).toEqual([]);
});

test('what the page opens with is not remembered until a hand moves something', () => {
  const desk = new Desk(library());
  desk.openWith(setup);
  desk.placeAbsent();
  expect(localStorage.length).toBe(0);
  desk.setLevel(desk.channel('c')!, 20);
  expect(new Desk(library()).absent.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('a link carries the desk and the view, and gives the same desk back', async () => {
  const href = 'https://site.test/mixdesk/?backend=wasm&model=small#/engine';
  const link = new URL(await linkOf(setup, href));
  expect(link.href).toMatch(/^https:\/\/site\.test\/mixdesk\/\?desk=[A-Za-z0-9_-]+#\/engine$/);
  expect(await deskOfLink(link.searchParams.get('desk')!)).toEqual(setup);
  expect(withoutDesk(link.href)).toBe('https://site.test/mixdesk/#/engine');
});

test('a link with a hundred tasks is short enough for any address bar', async () => {
  const tasks = Array.from({ length: 100 }, (_, i) => ({
    id: `some_task_${i}`,
    level: (37 * i) % 101,
    isMuted: i % 3 === 0,
  }));
  expect((await linkOf({ ...setup, tasks }, 'https://site.test/')).length).toBeLessThan(2000);
});

test('a link that was cut off or mistyped says so', async () => {
  const link = new URL(await linkOf(setup, 'https://site.test/'));
  const packed = link.searchParams.get('desk')!;
  for (const broken of [packed.slice(0, -10), `${packed.slice(0, 9)}!${packed.slice(9)}`, '']) {
    const read = deskOfLink(broken).catch(rethrowInWords);
    await expect(read, broken).rejects.toThrow(/no desk that can be read/);
  }
});

test.each([
  ['http://localhost:5173/', true],
  ['http://127.0.0.1:8080/?desk=x', true],
  ['http://[::1]/', true],
  ['file:///home/index.html', true],
  ['http://192.168.1.20:8080/', false],
  ['https://localhost.example.org/', false],
  ['https://example.org/#/desk', false],
])('whether others reach %s is said beside the code', (href, isOwn) => {
  expect(isOnThisComputer(href)).toBe(isOwn);
});
