import type * as tf from '@tensorflow/tfjs-core';

/** Keys, then values, of one layer at every column: [R, C, 2·Hkv·Dh]; zeros further on. */
export type KvCache = tf.Tensor3D;

export interface CachedStep {
  readonly mixed: tf.Tensor2D; // [R, H·Dh]
  /** The cache with the new column. With our kernel it is the same memory, changed in place. */
  readonly cache: KvCache;
}
