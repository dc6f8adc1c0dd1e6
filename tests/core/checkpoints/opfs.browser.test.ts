/** The browser's own storage keeps checkpoints as every other place does; a worker writes them. */
import * as Comlink from 'comlink';
import { afterAll, describe } from 'vitest';
import type { Shelf } from '../../../src/core/checkpoints/shelf.ts';
import { testCheckpoints } from './checkpointContract.ts';
import type { OpfsShelfOf } from './opfs.worker.ts';

const worker = new Worker(new URL('./opfs.worker.ts', import.meta.url), { type: 'module' });
const remote = Comlink.wrap<OpfsShelfOf>(worker);
afterAll(() => worker.terminate());

let made = 0;

/** A folder of its own in the browser's storage, whose every call the worker makes. */
function freshShelf(): Promise<Shelf> {
  const folder = `test-${++made}`;
  return Promise.resolve({
    names: () => remote.names(folder),
    write: (name, parts) => remote.write(folder, name, parts),
    read: (name) => remote.read(folder, name),
    remove: (name) => remote.remove(folder, name),
    alone: (work) => work(),
  });
}

describe('checkpoints in the browser’s storage', () => {
  testCheckpoints(freshShelf);
});
