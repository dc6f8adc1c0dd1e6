/** The shipped presets, as the page and the command line read them, and the visitor's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { orderOfDesk } from '../../cli/train/deskJob.ts';
import { presetIds, readPreset } from '../../cli/train/readDesk.ts';
import { presetTaskFiles } from '../../content/presets/presetTaskFiles.ts';
import { selectTasks } from '../../src/core/analysis/selection/selectTasks.ts';
import { checkDeskTasks } from '../../src/core/desk/deskSetup.ts';
import { parsePreset, type Preset, presetFileOf } from '../../src/core/desk/preset.ts';
import { parseDatasetIndex, taskListPaths } from '../../src/core/tasks/datasetIndex.ts';
import { Desk } from '../../src/page/state/desk.svelte.ts';
import { Library } from '../../src/page/state/library.svelte.ts';
import { Presets, wordsOf } from '../../src/page/state/presets.svelte.ts';
import { choosePreset } from '../../src/page/actions/choosePreset.ts';
import { train } from '../../src/page/actions/train.ts';
import { inWords } from '../inWords.ts';
import { PlayedTraining, readyVisit, settle } from './fakeApp.ts';
import { memoryStorage } from './memoryStorage.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(`public/${path}`, 'utf8'));
const [builtIn, forPresets] = taskListPaths.map((path) => parseDatasetIndex(read(path)).tasks);
const tasks = [...builtIn!, ...forPresets!];
const shipped = presetIds().map((id) => parsePreset(read(`presets/${id}.json`), `${id}.json`));
const preset = (id: string): Preset => shipped.find((one) => one.id === id)!;

function fullLibrary(): Library {
  const library = new Library();
  library.list(
    tasks.map(({ id, name, cluster, metric, counts, bytes, sha256 }) => ({
      id,
      name,
      cluster,
      metric,
      size: counts.train,
      source: { kind: 'builtIn', url: `${id}.json`, sha256, bytes },
    })),
  );
  return library;
}

beforeEach(() => {
  globalThis.localStorage = memoryStorage();
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
});

test('every file of a preset is listed, and the first is the four jobs', () => {
  const files = readdirSync('public/presets').filter((name) => name.endsWith('.json'));
  const ids = files.map((name) => name.replace('.json', '')).filter((id) => id !== 'index');
  expect([...presetIds()].sort()).toEqual(ids.sort());
  expect(preset(presetIds()[0]!).desk.tasks.map(({ id }) => id)).toEqual([
    'ner_people',
    'rate_stars',
    'sum_story',
    'code_py_js',
  ]);
});

describe.each(shipped.map((one) => [one.id, one] as const))('the preset "%s"', (id, one) => {
  test('has tasks that exist, and a name and a sentence', () => {
    expect(() =>
      checkDeskTasks(
        one.desk,
        tasks.map((task) => task.id),
      ),
    ).not.toThrow();
    const { name, sentence } = wordsOf(one, 'en');
    expect(name).not.toBe('');
    expect(sentence).toMatch(/^.{20,140}\.$/);
  });

  test('is the same run in the page and on the command line', () => {
    const desk = new Desk(fullLibrary());
    desk.useSetup(one.desk);
    expect(desk.setup).toEqual(one.desk);
    expect(desk.hasMix).toBe(true);
    const loaded = tasks.map((task) => ({ ...task, origin: 'built-in' }));
    const onDesk = loaded.filter((task) => one.desk.tasks.some(({ id: its }) => its === task.id));
    const order = orderOfDesk(readPreset(id), onDesk);
    expect(order.channels).toEqual(desk.levels);
    expect(order.settings).toEqual(desk.settings);
  });
});

test('the page opens with the model of its first preset', () => {
  expect(new Desk().modelName).toBe(shipped[0]!.desk.model);
});

test('"All" holds every built-in task, the gym all of its cluster', () => {
  const ids = (id: string) => preset(id).desk.tasks.map((task) => task.id);
  expect(ids('all')).toEqual(builtIn!.map(({ id }) => id));
  const gym = builtIn!.filter(({ cluster }) => cluster === 'reading gym');
  expect(ids('reading-gym')).toEqual(gym.map(({ id }) => id));
});

test('what is held out is watched, and nothing that leaks into it is on the desk', () => {
  const onDesk = preset('held-out').desk.tasks;
  const watched = onDesk.filter(({ isMuted }) => isMuted).map(({ id }) => id);
  const held = builtIn!.filter(({ id }) => watched.includes(id)).map(({ cluster }) => cluster);
  expect(new Set(held).size).toBe(1);
  expect(watched).toEqual(
    builtIn!.filter(({ cluster }) => cluster === held[0]).map(({ id }) => id),
  );
  const { removed } = selectTasks([held[0]!], builtIn!);
  const wanted = builtIn!.filter(({ id }) => !removed.includes(id)).map(({ id }) => id);
  expect(onDesk.map(({ id }) => id)).toEqual(wanted);
});

test('big is a hundred times small, so that strategies by size differ', () => {
  const desk = new Desk(fullLibrary());
  desk.useSetup(preset('big-and-small').desk);
  const shares = desk.channels.map(({ id }) => desk.share(id));
  expect(Math.max(...shares) / Math.min(...shares)).toBeCloseTo(100, 6);
  desk.setSetting('strategy', 'equal');
  for (const { id } of desk.channels) expect(desk.share(id)).toBeCloseTo(1 / 4, 10);
});

test('the two that fight are asked the same and answer the opposite, and their files are what the script makes', () => {
  type File = { Instances: { input: string; output: [string] }[]; Definition: unknown };
  const [one, other] = ['fight_straight', 'fight_contrary'].map(
    (id) => read(`presets/tasks/${id}.json`) as File,
  );
  expect(one!.Definition).toEqual(other!.Definition);
  expect(one!.Instances.map(({ input }) => input)).toEqual(
    other!.Instances.map(({ input }) => input),
  );
  one!.Instances.forEach(({ output: [answer] }, i) => {
    expect(new Set([answer, other!.Instances[i]!.output[0]])).toEqual(
      new Set(['happy', 'unhappy']),
    );
  });
  for (const [name, text] of presetTaskFiles()) {
    expect(readFileSync(`public/presets/tasks/${name}`, 'utf8'), name).toBe(text);
  }
});

test('an exported preset is read back, from a file that has any name', () => {
  const { id, words, desk } = preset('big-and-small');
  const file = JSON.parse(JSON.stringify(presetFileOf({ id, words, desk }))) as unknown;
  expect(parsePreset(file, 'mine.json')).toEqual({ id, words, desk });
});

test.each([
  [{ desk: { tasks: [] } }, /my\.json: words/],
  [{ words: {}, desk: { tasks: [] } }, /my\.json: words/],
  [
    { words: { en: { name: 'A', sentence: '' } }, desk: { tasks: 'all' } },
    /desk: tasks: got "all"/,
  ],
])('a preset with a fault says where: %j', (raw, words) => {
  expect(inWords(() => parsePreset(raw, 'my.json'))).toThrow(words);
});

function started(): { desk: Desk; presets: Presets } {
  const desk = new Desk(fullLibrary());
  const presets = new Presets(desk);
  presets.shipped = shipped;
  desk.useSetup(shipped[0]!.desk);
  presets.choose(shipped[0]!);
  return { desk, presets };
}

test('a preset is changed once a hand has moved something, and no more when it is back', () => {
  const { desk, presets } = started();
  expect(presets.isChanged).toBe(false);
  const [first] = desk.channels;
  desk.setLevel(first!, 70);
  expect(presets.isChanged).toBe(true);
  desk.setLevel(first!, 50);
  expect(presets.isChanged).toBe(false);
  desk.toggleSolo([first!], false);
  expect(presets.isChanged, 'a solo is a moment of listening').toBe(false);
  desk.takeOff([first!]);
  expect(presets.isChanged).toBe(true);
  desk.useSetup(presets.chosen!.desk);
  expect(presets.isChanged).toBe(false);
});

test("one's own are kept under a name, over a reload, renamed and deleted", () => {
  const { desk, presets } = started();
  desk.setLevel(desk.channels[0]!, 70);
  const kept = presets.save({ name: 'Mine', sentence: 'Four.' }, 'en');
  const again = new Presets(desk);
  expect(again.own).toEqual([kept]);
  again.rename(kept.id, 'Ours', 'en');
  expect(again.own.map((own) => wordsOf(own, 'en'))).toEqual([{ name: 'Ours', sentence: 'Four.' }]);
  again.remove(kept.id);
  expect(new Presets(desk).own).toEqual([]);
});

test('one that is kept under a name again takes its place; one from a file never another', () => {
  const { desk, presets } = started();
  const first = presets.save({ name: 'Mine', sentence: '' }, 'en');
  desk.setLevel(desk.channels[0]!, 70);
  presets.save({ name: 'Mine', sentence: '' }, 'en');
  expect(presets.own.map(({ id, desk: its }) => [id, its.tasks[0]!.level])).toEqual([
    [first.id, 70],
  ]);
  presets.add(first);
  presets.add(shipped[0]!);
  expect(new Set(presets.all.map(({ id }) => id)).size).toBe(shipped.length + 3);
});

test('a stored preset that cannot be read takes none of the others with it', () => {
  const { desk, presets } = started();
  presets.save({ name: 'Mine', sentence: '' }, 'en');
  const stored = JSON.parse(localStorage.getItem('mixdesk.presets')!) as unknown[];
  localStorage.setItem('mixdesk.presets', JSON.stringify([{ words: 1 }, ...stored]));
  expect(new Presets(desk).own).toHaveLength(1);
});

test('a preset chosen while a run is on stops it first, or changes nothing', async () => {
  const played = new PlayedTraining();
  const { app } = await readyVisit({
    train: played.train,
    stop: () => {
      played.end({ ok: true, value: null });
      return Promise.resolve({ ok: true, value: null });
    },
  });
  const [a] = app.desk.channels;
  const words = { en: { name: 'Only a', sentence: '' } };
  const only = { id: 'only-a', words, desk: { ...app.desk.setup, tasks: [a!.place] } };
  const training = train(app);
  await settle();
  const refused = choosePreset(app, only);
  app.question.answer(false);
  await refused;
  expect([app.desk.channels.length, app.transport.isBusy]).toEqual([2, true]);
  const taken = choosePreset(app, only);
  app.question.answer(true);
  await Promise.all([taken, training]);
  expect([app.desk.channels.length, app.transport.isBusy]).toEqual([1, false]);
});
