import * as Comlink from 'comlink';
import type { Shelf } from '../../../src/core/checkpoints/shelf.ts';
import { createOpfsShelf } from '../../../workers/checkpoint/opfsShelf.ts';

const shelves = new Map<string, Shelf>();

function shelfIn(folder: string): Shelf {
  const shelf = shelves.get(folder) ?? createOpfsShelf(folder);
  shelves.set(folder, shelf);
  return shelf;
}

const opfs = {
  names: (folder: string) => shelfIn(folder).names(),
  write: (folder: string, name: string, parts: readonly Uint8Array[]) =>
    shelfIn(folder).alone(() => shelfIn(folder).write(name, parts)),
  read: (folder: string, name: string) => shelfIn(folder).read(name),
  remove: (folder: string, name: string) => shelfIn(folder).remove(name),
};

export type OpfsShelfOf = typeof opfs;

Comlink.expose(opfs);
