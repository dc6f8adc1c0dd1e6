import * as tf from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import { bytesOf } from './memory.ts';
import type { Memory } from './memory.ts';

const backend = (): BackendWasm => tf.backend() as BackendWasm;

interface Entry {
  readonly id: number;
  memoryOffset: number;
}

/** The backend's own note about a tensor, which its typings call private. */
const entryOf = (dataId: object): Entry =>
  (backend() as unknown as { dataIdMap: Map<object, Entry> }).dataIdMap.get(dataId)!;

/** A view is an entry of its own with an address inside the block. */
export const wasmMemory: Memory = {
  place: () => undefined,
  view: (flat, offset, shape, dtype) =>
    backend().makeOutput(shape, dtype, backend().getMemoryOffset(flat.dataId) + 4 * offset),
  write(flat, words, offset) {
    const block = backend().typedArrayFromHeap(flat);
    new Uint8Array(block.buffer, block.byteOffset + 4 * offset).set(bytesOf(words));
  },
  assign: (flat, from) =>
    void backend().typedArrayFromHeap(flat).set(backend().typedArrayFromHeap(from)),
  // XNNPACK keeps a packed copy of a matrix under its tensor's id, until that id is disposed.
  changed(views) {
    const { tfjs } = backend().wasm;
    for (const { dataId, size } of views) {
      const { id, memoryOffset } = entryOf(dataId);
      tfjs.disposeData(id);
      tfjs.registerTensor(id, size, memoryOffset);
    }
  },
  detach(view) {
    entryOf(view.dataId).memoryOffset = 0; // free(0) does nothing
  },
};
