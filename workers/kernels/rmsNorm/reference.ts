import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';

/** x / √(mean(x²) + eps) · gain over the last axis. x: [N, D], gain: [D]; gives [N, D]. */
export function rmsNormReference(x: tf.Tensor2D, gain: tf.Tensor1D, eps: number): tf.Tensor2D {
  const meanSquare = tf.mul(tf.sum(tf.square(x), -1, true), constant(1 / x.shape[1])); // [N, 1]
  return tf.mul(tf.mul(x, tf.rsqrt(tf.add(meanSquare, constant(eps)))), gain);
}
