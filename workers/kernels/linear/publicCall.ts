import type * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { linear as run } from './linear.ts';

export const linear: PublicCall = () => (t) => {
  const { x, weight, residual } = t as Record<string, tf.Tensor2D>;
  return run(x!, weight!, residual);
};
