import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { modelSizes } from '../../src/core/models.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import type { ChannelListing } from '../../src/page/state/channel.svelte.ts';
import type { Cluster } from '../../src/page/state/cluster.ts';
import { Desk } from '../../src/page/state/desk.svelte.ts';

const listing = (id: string, size: number, cluster = 'reading'): ChannelListing => ({
  id,
  name: id.toUpperCase(),
  cluster,
  metric: 'exactMatch',
  size,
  source: { kind: 'file', fileName: `${id}.csv`, file: new Blob() },
});

let desk: Desk;

afterEach(() => vi.unstubAllGlobals());

beforeEach(() => {
  desk = new Desk();
  desk.add(listing('a', 300));
  desk.add(listing('b', 100));
  desk.add(listing('c', 100));
});

const channel = (id: string) => {
  const found = desk.channel(id);
  if (!found) throw new Error(`no channel "${id}"`);
  return found;
};

test('shares follow the faders and sum to one', () => {
  desk.setLevel(channel('a'), 100);
  desk.setLevel(channel('b'), 60);
  desk.setLevel(channel('c'), 40);
  expect(desk.shares).toEqual({ a: 0.5, b: 0.3, c: 0.2 });
});

test('a muted channel has no share', () => {
  desk.toggleMute([channel('a')]);
  expect(desk.shares).toEqual({ a: 0, b: 0.5, c: 0.5 });
});

test('solo is exclusive unless it is asked to add', () => {
  desk.toggleSolo([channel('a')], false);
  desk.toggleSolo([channel('b')], false);
  expect(desk.shares).toEqual({ a: 0, b: 1, c: 0 });
  desk.toggleSolo([channel('c')], true);
  expect(desk.shares).toEqual({ a: 0, b: 0.5, c: 0.5 });
});

test('a second press on the only solo lets everything sound again', () => {
  desk.toggleSolo([channel('a')], false);
  desk.toggleSolo([channel('a')], false);
  expect(desk.hasSolo).toBe(false);
});

test('mute wins over solo', () => {
  desk.toggleMute([channel('a')]);
  desk.toggleSolo([channel('a')], false);
  expect(desk.hasMix).toBe(false);
});

test('a desk that is all silent has shares of 0, not an error', () => {
  for (const { id } of desk.channels) desk.setLevel(channel(id), 0);
  expect(desk.shares).toEqual({ a: 0, b: 0, c: 0 });
});

test('faders stay inside their travel', () => {
  desk.setLevel(channel('a'), 130);
  desk.setLevel(channel('b'), -5);
  expect([channel('a').level, channel('b').level]).toEqual([100, 0]);
});

test('a hand on a fader takes over from a computed strategy without a jump of the others', () => {
  desk.setSetting('strategy', 'proportional');
  expect(desk.shares.a).toBeCloseTo(0.6, 10);
  desk.setLevel(channel('b'), channel('b').level);
  expect(desk.settings.strategy).toBe('faders');
  expect(channel('a').level).toBe(100);
  expect(channel('c').level).toBe(33);
});

test('reset settings fall back to the defaults of the model', () => {
  desk.useModelForVisit('nano');
  desk.setSetting('learningRate', 0.5);
  desk.resetSetting('learningRate');
  expect(desk.settings.learningRate).toBe(defaultSettings(modelSizes.nano).learningRate);
});

test('a file with the id of a channel on the desk takes its place', () => {
  desk.add(listing('a', 7));
  expect(desk.channels.map(({ id, size }) => [id, size])).toEqual([
    ['b', 100],
    ['c', 100],
    ['a', 7],
  ]);
});

test('a channel that comes during a run has no share in it, and the others keep theirs', () => {
  desk.followRun(['a', 'b', 'c']);
  const before = desk.levels;
  const late = desk.add(listing('late', 100));
  expect(desk.isForNextRun(late)).toBe(true);
  expect(desk.levels).toEqual(before);
  expect(desk.share('late')).toBe(0);
  desk.followRun(null);
  expect(desk.isForNextRun(late)).toBe(false);
  expect(desk.share('late')).toBeCloseTo(1 / 4, 10);
});

test('a stored setting that is gone or out of range takes none of the others with it', () => {
  const stored = JSON.stringify({ seed: 7, batchSize: 1e9, retired: 1, trainEmbeddings: 1 });
  const setItem = vi.fn();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => (key === 'mixdesk.settings' ? stored : null),
    setItem,
  });
  const returning = new Desk();
  expect(returning.settings).toEqual({ ...returning.defaults, seed: 7, trainEmbeddings: true });
  returning.setSetting('seed', 8);
  expect(JSON.parse(setItem.mock.lastCall![1] as string)).toEqual({
    version: 1,
    model: 'mini',
    settings: { seed: 8, trainEmbeddings: true },
  });
});

/** A bus with the tasks a, b, c at 100, 10 and 30 beside a lone channel. */
function balanced(): Cluster {
  desk.add(listing('lone', 100, 'writing'));
  for (const [id, level] of [
    ['a', 100],
    ['b', 10],
    ['c', 30],
  ] as const) {
    desk.setLevel(channel(id), level);
  }
  return desk.clusters[0]!;
}
const faders = () => ['a', 'b', 'c'].map((id) => channel(id).level);

test('a bus down to nothing and up again leaves the balance of its tasks', () => {
  const bus = balanced();
  const before = { ...desk.shares };
  desk.setBusLevel(bus, 0);
  expect(desk.shares).toEqual({ a: 0, b: 0, c: 0, lone: 1 });
  desk.setBusLevel(bus, 50);
  expect(faders()).toEqual([100, 10, 30]);
  expect(desk.shares).toEqual(before);
});

test('a bus stands where the hand put it and scales its tasks, and only them', () => {
  const bus = balanced();
  desk.setBusLevel(bus, 100);
  expect(desk.busLevel(bus)).toBe(100);
  expect(faders()).toEqual([100, 10, 30]);
  expect(channel('lone').level).toBe(50);
  const total = 200 + 20 + 60 + 50;
  expect(desk.shares.a).toBeCloseTo(200 / total, 12);
  expect(desk.shares.b).toBeCloseTo(20 / total, 12);
  expect(desk.levels.map(({ level }) => level)).toEqual([200, 20, 60, 50]);
});

test('a bus that no hand has moved changes nothing', () => {
  balanced();
  expect(desk.levels.map(({ level }) => level)).toEqual([100, 10, 30, 50]);
});

test('reset brings the buses back too', () => {
  const bus = balanced();
  desk.setBusLevel(bus, 7);
  desk.resetFaders();
  expect(desk.busLevel(bus)).toBe(50);
  expect(desk.shares.a).toBe(0.25);
});

test('a hand on a bus takes over from a computed strategy: its tasks keep their shares among themselves', () => {
  const bus = balanced();
  desk.setSetting('strategy', 'proportional');
  desk.setBusLevel(bus, 25);
  expect(desk.settings.strategy).toBe('faders');
  expect(desk.shares.a! / desk.shares.b!).toBeCloseTo(300 / 100, 1);
  expect(desk.shares.a! / desk.shares.lone!).toBeCloseTo(0.5 * 3, 1);
});

test('the balance and the buses are there again on the next visit', () => {
  const stored = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  desk.setBusLevel(balanced(), 0);
  const again = new Desk();
  for (const { id, size, cluster } of desk.channels) again.add(listing(id, size, cluster));
  expect(again.busLevel(again.clusters[0]!)).toBe(0);
  expect(again.channels.map(({ level }) => level)).toEqual([100, 10, 30, 50]);
});

test('settings of a link win for this visit, until a hand moves them or puts them back', () => {
  desk.setSetting('seed', 7);
  desk.setSetting('batchSize', 4);
  desk.useSettingsForVisit({ seed: 9, batchSize: 2, learningRate: 0.5 });
  expect(desk.settings).toMatchObject({ seed: 9, batchSize: 2, learningRate: 0.5 });
  desk.setSetting('seed', 8);
  desk.resetSetting('learningRate');
  expect(desk.settings).toMatchObject({ seed: 8, batchSize: 2 });
  expect(desk.settings.learningRate).toBe(desk.defaults.learningRate);
  desk.resetSettings();
  expect(desk.settings).toEqual(desk.defaults);
});
