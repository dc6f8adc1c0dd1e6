import type * as tf from '@tensorflow/tfjs-core';

/** Which rows are picked, seen from both sides. */
export interface PickedRows {
  /** No row twice, except for fillers whose gradient is zero. */
  readonly rows: tf.Tensor1D; // int32 [M]
  /** Where row n went, or M if it was left out. */
  readonly places: tf.Tensor1D; // int32 [N]
}
