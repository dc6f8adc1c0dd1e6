import { expect, test } from 'vitest';
import type { ByteStore } from '../../src/core/hub/hubWorld.ts';
import { memoryStore } from '../../src/core/hub/memoryStore.ts';
import { RemoteFile } from '../../src/core/hub/remoteFile.ts';
import { hubResponse } from '../../src/core/hub/hubWorld.ts';
import { storeOrMemory } from '../../src/core/hub/storeOrMemory.ts';
import { openLocalHub } from './localHub.ts';

/** A disk whose n-th call fails, and all that follow where it is full. */
function failing(n: number, isForGood: boolean): ByteStore {
  const disk = memoryStore();
  let calls = 0;
  const step = (): void => {
    calls++;
    if (calls === n || (isForGood && calls > n)) throw new Error('full');
  };
  return {
    ...disk,
    // The half that a full disk still takes stays there.
    append: async (key, bytes) => {
      try {
        step();
      } catch (error) {
        await disk.append(key, bytes.subarray(0, bytes.length >> 1));
        throw error;
      }
      await disk.append(key, bytes);
    },
  };
}

test('whichever write fails, the bytes are those of the file', async () => {
  const file = new Uint8Array(5_000_000).map((_, i) => (i * 13) % 251);
  const commit = 'e'.repeat(40);
  const hub = await openLocalHub({ 'a/b': { commit, files: { 'x.bin': file } } });
  try {
    for (const isForGood of [false, true]) {
      for (let n = 1; n <= 8; n++) {
        const remote = new RemoteFile(
          {
            endpoint: hub.url,
            fetch: async (url, headers) => hubResponse(await fetch(url, { headers })),
            store: storeOrMemory(failing(n, isForGood)),
            wait: () => Promise.resolve(),
            mayAskIfRange: false,
            watch: () => undefined,
          },
          {
            url: `${hub.url}/datasets/a/b/resolve/${commit}/x.bin`,
            bytes: file.length,
            key: 'a/x',
          },
        );
        await remote.fetch(0, 2_500_000);
        await remote.fetch(2_500_000, 5_000_000);
        for (const [from, to] of [
          [0, 2_500_000],
          [2_500_000, 5_000_000],
          [7, 1000],
        ] as const) {
          const got = Buffer.from(await remote.slice(from, to));
          expect([n, from, Buffer.compare(got, file.subarray(from, to))]).toEqual([n, from, 0]);
        }
      }
    }
  } finally {
    await hub.close();
  }
});

test('where there is no disk at all, memory serves', async () => {
  const none = (): Promise<never> => Promise.reject(new Error('forbidden'));
  const store = storeOrMemory({ size: none, read: none, append: none, remove: none });
  expect(await store.size('a/b')).toBe(0);
  await store.append('a/b', new Uint8Array([1, 2]));
  await store.append('a/b', new Uint8Array([3]));
  expect([...(await store.read('a/b', 1, 3))]).toEqual([2, 3]);
  await store.remove('a/');
  expect(await store.size('a/b')).toBe(0);
});
