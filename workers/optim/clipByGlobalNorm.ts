import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../kernels/constant.ts';

/**
 * Scales all gradients down together when their norm is above `maxNorm` (Pascanu et al. 2013,
 * section 3.2), on the device: nothing is read back. grads: [P]; norm: [1], before clipping.
 */
export function clipByGlobalNorm(
  grads: tf.Tensor1D,
  maxNorm: number,
): { clipped: tf.Tensor1D; norm: tf.Tensor1D } {
  const norm = tf.reshape<tf.Rank.R1>(tf.sqrt(tf.sum(tf.square(grads))), [1]);
  const scale = tf.minimum(constant(1), tf.div(constant(maxNorm), tf.add(norm, constant(1e-6))));
  return { clipped: tf.mul(grads, scale), norm };
}
