import * as tf from '@tensorflow/tfjs-core';

/**
 * One-hot rows as float32. ids: int32 [N]; gives [N, depth]. Made as integers and cast: tfjs-WASM
 * writes the bits of integers whatever type is asked of `tf.oneHot`.
 */
export function oneHot(ids: tf.Tensor1D, depth: number): tf.Tensor2D {
  return tf.cast(tf.oneHot(ids, depth, 1, 0, 'int32'), 'float32') as tf.Tensor2D;
}
