import type { Shelf } from '../../../src/core/checkpoints/shelf.ts';

/** A shelf of this process; `files` is what lies on it. */
export interface MemoryShelf extends Shelf {
  readonly files: Map<string, Uint8Array>;
}

export function createMemoryShelf(): MemoryShelf {
  const files = new Map<string, Uint8Array>();
  const soon = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()));
  return {
    files,
    names: () => soon(() => [...files.keys()]),
    write: (name, parts) => soon(() => void files.set(name, new Uint8Array(Buffer.concat(parts)))),
    read: (name) =>
      soon(() => {
        const file = files.get(name);
        if (!file) throw new RangeError(`no file ${name}`);
        return file.slice();
      }),
    remove: (name) => soon(() => void files.delete(name)),
    alone: (work) => work(),
  };
}
