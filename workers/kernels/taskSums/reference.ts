import * as tf from '@tensorflow/tfjs-core';
import { oneHot } from '../oneHot.ts';

/** Sums by a product with the one-hot tasks. losses: [M], taskIds: int32 [M]; gives [K + 1]. */
export function taskSumsReference(
  losses: tf.Tensor1D,
  taskIds: tf.Tensor1D,
  norm: tf.Tensor1D,
  nTasks: number,
): tf.Tensor1D {
  const membership = oneHot(taskIds, nTasks); // [M, K]; −1 gives a row of zeros
  const sums = tf.matMul(tf.reshape<tf.Rank.R2>(losses, [1, -1]), membership);
  return tf.concat1d([tf.reshape<tf.Rank.R1>(sums, [nTasks]), norm]);
}
