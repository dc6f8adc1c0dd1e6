import * as tf from '@tensorflow/tfjs-core';

/**
 * One-hot rows as float32; an id outside 0 … depth − 1 gives zeros. ids: int32 [N]; gives
 * [N, depth]. By comparison: `tf.oneHot` writes the bits of integers on tfjs-WASM whatever type is
 * asked of it, and refuses a depth of one.
 */
export function oneHot(ids: tf.Tensor1D, depth: number): tf.Tensor2D {
  const isHit = tf.equal(tf.reshape(ids, [-1, 1]), tf.range(0, depth, 1, 'int32'));
  return tf.cast(isHit, 'float32') as tf.Tensor2D;
}
