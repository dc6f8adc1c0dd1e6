import type { Shelf } from '../../../src/core/checkpoints/shelf.ts';
import type { MemoryShelf } from './memoryShelf.ts';

/**
 * What goes wrong at the call: it throws; writes half and throws, as on a full disk; writes half and says nothing; flips a
 * bit of what it writes; or the process ends, in the middle of a write, and no later call does anything.
 */
export const faults = ['throws', 'full', 'short', 'flip', 'dies'] as const;
export type StorageFault = (typeof faults)[number];

/** The same shelf with a fault at call n, counted from 1; `calls` says how many there were. */
export function faultyShelf(
  shelf: MemoryShelf,
  n: number,
  fault: StorageFault,
): Shelf & { readonly calls: number } {
  let calls = 0;
  let isDead = false;
  const failing = async <T>(work: () => Promise<T>, torn?: () => Promise<T>): Promise<T> => {
    if (isDead) return new Promise(() => undefined);
    if (++calls !== n) return work();
    if (fault === 'short' || fault === 'flip') return (torn ?? work)();
    if (fault !== 'throws') await torn?.();
    if (fault !== 'dies') throw new Error('QuotaExceededError');
    isDead = true;
    return new Promise(() => undefined);
  };
  return {
    get calls() {
      return calls;
    },
    names: () => failing(() => shelf.names()),
    write: (name, parts) =>
      failing(
        () => shelf.write(name, parts),
        () => shelf.write(name, damaged(parts, fault)),
      ),
    read: (name) => failing(() => shelf.read(name)),
    remove: (name) => failing(() => shelf.remove(name)),
    alone: (work) => work(),
  };
}

function damaged(parts: readonly Uint8Array[], fault: StorageFault): Uint8Array[] {
  const bytes = new Uint8Array(Buffer.concat(parts));
  const middle = bytes.length >> 1;
  if (fault !== 'flip') return [bytes.slice(0, middle)];
  bytes[middle]! ^= 4;
  return [bytes];
}
