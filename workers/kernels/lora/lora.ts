import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';
import { linear } from '../linear/linear.ts';

/**
 * Low-rank adaptation (Hu et al. 2022, eq. 3): base + scale · (x·Aᵀ)·Bᵀ, where `base` is what the
 * frozen layer gives. x: [N, In], a: [r, In], b: [Out, r], base: [N, Out]; gives [N, Out].
 * Both thin products run in the kernels of `linear`, the second one adds to `base` on its way out.
 */
export function lora(
  x: tf.Tensor2D,
  a: tf.Tensor2D,
  b: tf.Tensor2D,
  base: tf.Tensor2D,
  scale: number,
): tf.Tensor2D {
  const low = tf.mul<tf.Tensor2D>(linear(x, a), constant(scale)); // [N, r]
  return linear(low, b, base);
}
