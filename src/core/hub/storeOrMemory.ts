import type { ByteStore } from './hubWorld.ts';
import { memoryStore } from './memoryStore.ts';

/**
 * A store that goes on in memory once the other one takes no more: full, forbidden, not there. What it holds is read on; nothing is
 * kept from then on, and nothing stops.
 */
export function storeOrMemory(disk: ByteStore): ByteStore {
  const memory = memoryStore();
  let isFull = false;
  const onDisk = (key: string): Promise<number> => disk.size(key).catch(() => 0);
  const size = async (key: string): Promise<number> =>
    (await memory.size(key)) || (await onDisk(key));
  const append: ByteStore['append'] = async (key, bytes) => {
    const before = await size(key);
    if (!isFull) {
      try {
        return await disk.append(key, bytes);
      } catch {
        isFull = true;
      }
    }
    // A key lies in one place as a whole; what a failed write has left half is not taken along.
    if (before > 0 && (await memory.size(key)) === 0) {
      await memory.append(key, await disk.read(key, 0, before));
    }
    await memory.append(key, bytes);
  };
  return {
    size,
    append,
    read: async (key, from, to) =>
      (await memory.size(key)) > 0 ? memory.read(key, from, to) : disk.read(key, from, to),
    async remove(prefix) {
      await memory.remove(prefix);
      await disk.remove(prefix).catch(() => undefined);
    },
  };
}
