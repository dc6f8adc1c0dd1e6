import type * as tf from '@tensorflow/tfjs-core';

export type Words = Float32Array | Int32Array;

/** What an arena asks of a backend. `flat` is the whole block, offsets count its 4-byte words. */
export interface Memory {
  /** Puts the block where kernels can reach it. */
  place(flat: tf.Tensor1D): void;
  view(flat: tf.Tensor1D, offset: number, shape: number[], dtype: tf.DataType): tf.TensorInfo;
  write(flat: tf.Tensor1D, words: Words, offset: number): void;
  assign(flat: tf.Tensor1D, from: tf.Tensor): void;
  /** Drops what the backend has derived from the views. */
  changed(views: readonly tf.Tensor[]): void;
  /** Makes disposing the view leave the block alone. */
  detach(view: tf.Tensor): void;
}

export const bytesOf = (words: Words): Uint8Array =>
  new Uint8Array(words.buffer, words.byteOffset, words.byteLength);

export const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, length) => product * length, 1);
