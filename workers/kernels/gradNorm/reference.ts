import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';

/** grads: [P]; gives [1]. */
export function gradNormReference(grads: tf.Tensor1D, gradScale: number): tf.Tensor1D {
  const norm = tf.sqrt(tf.sum(tf.square(grads)));
  return tf.reshape(tf.mul(norm, constant(gradScale)), [1]);
}
