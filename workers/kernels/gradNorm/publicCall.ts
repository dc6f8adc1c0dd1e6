import type * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { gradNorm as run } from './gradNorm.ts';

export const gradNorm: PublicCall = (attrs) => (t) =>
  run(t.grads as tf.Tensor1D, attrs.gradScale as number);
