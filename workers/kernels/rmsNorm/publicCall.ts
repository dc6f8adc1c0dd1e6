import * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { rmsNorm as run, rmsNormWithSkip } from './rmsNorm.ts';

export const rmsNorm: PublicCall =
  ({ eps, keepsSkip }) =>
  (t) => {
    const [x, gain] = [t.x as tf.Tensor2D, t.gain as tf.Tensor1D];
    if (!keepsSkip) return run(x, gain, eps as number);
    const { normed, skip } = rmsNormWithSkip(x, gain, eps as number);
    return tf.concat([tf.reshape(normed, [-1]), tf.reshape(skip, [-1])]);
  };
