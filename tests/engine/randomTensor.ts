import * as tf from '@tensorflow/tfjs-core';
import { randomStream } from '../../src/core/random.ts';

/** Values uniform in [−1, 1), the same for the same name and shape. */
export function randomTensor(name: string, shape: number[]): tf.Tensor {
  const random = randomStream(7, name);
  const size = shape.reduce((product, length) => product * length, 1);
  return tf.tensor(
    Float32Array.from({ length: size }, () => random.next() * 2 - 1),
    shape,
  );
}
