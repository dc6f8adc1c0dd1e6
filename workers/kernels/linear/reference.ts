import * as tf from '@tensorflow/tfjs-core';

/** x·Wᵀ (+ residual). x: [N, In], weight: [Out, In], residual: [N, Out]; gives [N, Out]. */
export function linearReference(
  x: tf.Tensor2D,
  weight: tf.Tensor2D,
  residual?: tf.Tensor2D,
): tf.Tensor2D {
  const product = tf.matMul<tf.Tensor2D>(x, weight, false, true);
  return residual ? tf.add(product, residual) : product;
}
