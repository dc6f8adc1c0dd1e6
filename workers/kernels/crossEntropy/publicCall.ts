import type * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { crossEntropy as run } from './crossEntropy.ts';

export const crossEntropy: PublicCall = () => (t) =>
  run(t.logits as tf.Tensor2D, t.targets as tf.Tensor1D);
