import * as tf from '@tensorflow/tfjs-core';
import { randomStream } from '../../src/core/random.ts';

/** Values uniform in [−1, 1), the same for the same name and shape. */
export function randomTensor<R extends tf.Rank>(name: string, shape: tf.ShapeMap[R]): tf.Tensor<R> {
  const random = randomStream(7, name);
  const size = (shape as number[]).reduce((product, length) => product * length, 1);
  const values = Float32Array.from({ length: size }, () => random.next() * 2 - 1);
  return tf.tensor(values, shape as number[]) as tf.Tensor<R>;
}
