import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';

/** base + scale · (x·Aᵀ)·Bᵀ. x: [N, In], a: [r, In], b: [Out, r], base: [N, Out]. */
export function loraReference(
  x: tf.Tensor2D,
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  base: tf.Tensor2D,
  scale: number,
): tf.Tensor2D {
  const low = tf.matMul(x, a, false, true); // [N, r]
  return tf.add(base, tf.mul(tf.matMul(low, b, false, true), constant(scale)));
}
