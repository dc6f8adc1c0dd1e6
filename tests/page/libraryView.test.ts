import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setPlaces } from '../../src/page/actions/setPlaces.ts';
import type { App } from '../../src/page/state/createApp.ts';
import { parseTaskCards } from '../../src/core/tasks/taskCards.ts';
import { makeTaskCards } from '../../tools/build/taskCards.ts';
import { errorInEnglish } from '../../src/words/en/errors/index.ts';
import { readyVisit } from './fakeApp.ts';

const cards = {
  far: { instruction: 'Count the doors.', input: 'Two doors.', output: '2' },
};
let app: App;

beforeEach(async () => {
  ({ app } = await readyVisit());
  app.library.list(
    ['far', 'near'].map((id) => ({
      id,
      name: id === 'far' ? 'How many?' : 'Near one',
      cluster: 'numbers',
      metric: 'exactMatch',
      size: 1500,
      source: { kind: 'builtIn', url: `${id}.json`, sha256: id, bytes: 10 },
    })),
  );
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(cards)));
});
afterEach(() => vi.unstubAllGlobals());

const found = (): string[] =>
  app.libraryView.groups.flatMap(({ tasks }) => tasks.map(({ id }) => id));

test.each([
  ['how MANY', ['far']],
  ['numbers', ['far', 'near']],
  ['numbers near', ['near']],
  ['doors', ['far']],
  ['nothing of it', []],
])('a search for "%s" looks into names, clusters, metrics and instructions', async (query, ids) => {
  await app.libraryView.fetchCards('http://localhost/');
  app.libraryView.query = query;
  expect(found()).toEqual(ids);
});

test('the tasks on the desk, and none that are not, once one asks for those', () => {
  app.libraryView.filter = 'onDesk';
  expect(found()).toEqual(['a', 'b']);
  app.libraryView.filter = 'own';
  expect(found()).toEqual([]);
});

test('a cluster is put on the desk, watched, trained and taken off as one', async () => {
  const { desk, library, libraryView } = app;
  const numbers = ['far', 'near'].map((id) => library.find(id)!);
  const place = () => libraryView.placeOfAll(numbers);
  expect(place()).toBe('off');
  await setPlaces(app, [numbers[0]!], 'trained');
  expect(place()).toBeNull();
  await setPlaces(app, numbers, 'watched');
  expect(place()).toBe('watched');
  expect(numbers.map(({ task, id }) => [task?.id, desk.share(id)])).toEqual([
    ['far', 0],
    ['near', 0],
  ]);
  await setPlaces(app, numbers, 'trained');
  expect(place()).toBe('trained');
  expect(desk.share('far')).toBeCloseTo(1 / 4, 10);
  await setPlaces(app, numbers, 'off');
  expect(desk.channels.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a card is what a task asks until its file is here', async () => {
  const { library, libraryView } = app;
  const far = library.find('far')!;
  expect(libraryView.card(far)).toBeNull();
  await libraryView.fetchCards('http://localhost/');
  expect(libraryView.card(far)).toEqual(cards.far);
  await setPlaces(app, [far], 'trained');
  expect(libraryView.card(far)).toEqual({ instruction: 'Say it.', input: 'one', output: 'yes' });
});

test('cards that do not come are said so, and asked for again', async () => {
  const { libraryView } = app;
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
  await libraryView.fetchCards('http://localhost/');
  expect(errorInEnglish(libraryView.error!).message).toContain('offline');
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(cards)));
  await libraryView.fetchCards('http://localhost/');
  expect(libraryView.error).toBeNull();
  expect(libraryView.card(app.library.find('far')!)).toEqual(cards.far);
});

test('the build makes a card of every task: an instruction without open slots, and an example', () => {
  const made = parseTaskCards(makeTaskCards('public'));
  expect(Object.keys(made)).toHaveLength(97);
  for (const [id, { instruction, input, output }] of Object.entries(made)) {
    expect(instruction, id).not.toMatch(/\{\w+\}/);
    expect(
      [instruction, input, output].every((text) => text !== ''),
      id,
    ).toBe(true);
  }
});
