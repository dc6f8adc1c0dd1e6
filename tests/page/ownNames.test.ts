/** A dropped file may have any name; the desk goes on working, also after a reload. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Desk } from '../../src/page/state/desk.svelte.ts';
import type { ChannelListing } from '../../src/page/state/channel.svelte.ts';
import { memoryStorage } from './memoryStorage.ts';

const listing = (id: string, cluster = 'own data'): ChannelListing => ({
  id,
  name: id,
  cluster,
  metric: 'exactMatch',
  size: 100,
  source: { kind: 'file', fileName: `${id}.json`, file: new Blob() },
});

beforeEach(() => {
  globalThis.localStorage = memoryStorage();
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'localStorage');
});

describe.each(['constructor', '__proto__', 'toString'])('a channel called "%s"', (name) => {
  const filled = (): Desk => {
    const desk = new Desk();
    desk.add(listing('a'));
    desk.add(listing(name, name));
    return desk;
  };

  test('plays half of the mix, and its fader moves', () => {
    const desk = filled();
    expect([desk.share('a'), desk.share(name)]).toEqual([0.5, 0.5]);
    const channel = desk.channel(name)!;
    desk.setLevel(channel, 100);
    desk.toggleMute([desk.channel('a')!]);
    expect(channel.level).toBe(100);
    expect([desk.share('a'), desk.share(name)]).toEqual([0, 1]);
    expect(desk.leaksInto(desk.clusters[1]!)).toEqual([]);
  });

  test('has its fader again after a reload', () => {
    const before = filled();
    before.setLevel(before.channel(name)!, 80);
    const after = filled();
    expect(after.channel(name)!.level).toBe(80);
    expect(after.channel('a')!.level).toBe(50);
  });

  test('heals what an earlier version stored for it', () => {
    localStorage.setItem('mixdesk.faders', `{"a":{"level":null,"isMuted":false},"${name}":{}}`);
    const desk = filled();
    expect(desk.channels.map(({ level, isMuted }) => [level, isMuted])).toEqual([
      [50, false],
      [50, false],
    ]);
    expect(desk.share(name)).toBe(0.5);
  });
});
