import type { ByteStore } from './hubWorld.ts';

/** Keeps bytes as long as it lives itself. */
export function memoryStore(): ByteStore {
  const kept = new Map<string, Uint8Array[]>();
  const sizeOf = (key: string): number =>
    (kept.get(key) ?? []).reduce((sum, { length }) => sum + length, 0);
  return {
    size: (key) => Promise.resolve(sizeOf(key)),
    read(key, from, to) {
      const all = new Uint8Array(sizeOf(key));
      let at = 0;
      for (const piece of kept.get(key) ?? []) {
        all.set(piece, at);
        at += piece.length;
      }
      return Promise.resolve(all.slice(from, to));
    },
    append(key, bytes) {
      kept.set(key, [...(kept.get(key) ?? []), bytes.slice()]);
      return Promise.resolve();
    },
    remove(prefix) {
      for (const key of [...kept.keys()]) if (key.startsWith(prefix)) kept.delete(key);
      return Promise.resolve();
    },
  };
}
