import type * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { embedding as run } from './embedding.ts';

export const embedding: PublicCall = () => (t) => {
  const { ids, order, starts } = t as Record<string, tf.Tensor1D>;
  return run(t.table as tf.Tensor2D, ids!, { order: order!, starts: starts! });
};
