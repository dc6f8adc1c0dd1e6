import type { ByteStore } from './hubWorld.ts';
import { memoryStore } from './memoryStore.ts';

/** A store that goes on in memory once the other one fails: full, forbidden, taken away. Nothing is kept then, and nothing stops. */
export function storeOrMemory(disk: ByteStore): ByteStore {
  const memory = memoryStore();
  let hasFailed = false;
  async function onEither<T>(work: (store: ByteStore) => Promise<T>): Promise<T> {
    if (hasFailed) return work(memory);
    try {
      return await work(disk);
    } catch {
      hasFailed = true;
      return work(memory);
    }
  }
  return {
    size: (key) => onEither((store) => store.size(key)),
    read: (key, from, to) => onEither((store) => store.read(key, from, to)),
    append: (key, bytes) => onEither((store) => store.append(key, bytes)),
    remove: (prefix) => onEither((store) => store.remove(prefix)),
  };
}
