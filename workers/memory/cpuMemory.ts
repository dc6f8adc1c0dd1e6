import * as tf from '@tensorflow/tfjs-core';
import { bytesOf, sizeOf } from './memory.ts';
import type { Memory, Words } from './memory.ts';

const valuesOf = (tensor: tf.Tensor): Words =>
  (tf.backend() as unknown as { data: { get(id: object): { values: Words } } }).data.get(
    tensor.dataId,
  ).values;

/** A view is a typed array on the buffer of the block. */
export const cpuMemory: Memory = {
  place: () => undefined,
  view(flat, offset, shape, dtype) {
    const { buffer, byteOffset } = valuesOf(flat) as Float32Array<ArrayBuffer>;
    const Kind = dtype === 'int32' ? Int32Array : Float32Array;
    const part = new Kind(buffer, byteOffset + 4 * offset, sizeOf(shape));
    return { dataId: tf.backend().write(part, shape, dtype), shape, dtype };
  },
  write(flat, words, offset) {
    const { buffer, byteOffset } = valuesOf(flat);
    new Uint8Array(buffer, byteOffset + 4 * offset).set(bytesOf(words));
  },
  assign: (flat, from) => void valuesOf(flat).set(valuesOf(from)),
  changed: () => undefined,
  detach: () => undefined,
};
