import * as tf from '@tensorflow/tfjs-core';
import { randomStream } from '../../src/core/random.ts';

/** Numbers between −1 and 1, the same for the same name. */
export function randomWords(name: string, size: number): Float32Array {
  const stream = randomStream(7, 'self-test', name);
  return Float32Array.from({ length: size }, () => 2 * stream.next() - 1);
}

/** The same as a tensor. */
export function random<R extends tf.Rank>(name: string, shape: tf.ShapeMap[R]): tf.Tensor<R> {
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor<R>(randomWords(name, size), shape);
}

export const ints = (values: readonly number[]): tf.Tensor1D => tf.tensor1d([...values], 'int32');

/** Value and gradients of f at these inputs, for a fixed random dy. */
export function valueAndGrads(
  f: (...xs: tf.Tensor[]) => tf.Tensor,
  inputs: readonly tf.Tensor[],
): tf.Tensor[] {
  const dy = random('dy', f(...inputs).shape);
  const { value, grads } = tf.valueAndGrads(f)([...inputs], dy);
  return [value, ...grads];
}

/** Packed heads of the checks: two rows of five positions. */
export const layout = { nHeads: 2, nKvHeads: 1, headDim: 4 };
export const width = 16; // (2 + 2·1)·4
export const nRows = 10;
export const seqLen = 5;
