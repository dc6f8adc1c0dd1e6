import * as tf from '@tensorflow/tfjs-core';
import { runKernel, usesKernel } from '../implementation.ts';

/**
 * Copies of some rows of x, where no gradient is asked for. x: [N, …], float; rows: int32 [M]; gives [M, …].
 * TensorFlow.js's own gather looks up each number by itself on WASM: a hundred times slower for wide rows.
 */
export function takeRows<T extends tf.Tensor>(x: T, rows: tf.Tensor1D): T {
  if (!usesKernel('PickRows')) return tf.gather(x, rows);
  const [nRows, ...inner] = x.shape as [number, ...number[]];
  const wide = tf.reshape<tf.Rank.R2>(x, [nRows, -1]);
  const taken = runKernel<tf.Tensor2D>('PickRows', { x: wide, rows });
  return tf.reshape(taken, [rows.size, ...inner]) as T;
}
