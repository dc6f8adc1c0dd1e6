import type * as tf from '@tensorflow/tfjs-core';
import type { PublicCall } from '../publicCall.ts';
import { taskSums as run } from './taskSums.ts';

export const taskSums: PublicCall = (attrs) => (t) => {
  const { losses, taskIds, norm } = t as Record<string, tf.Tensor1D>;
  return run(losses!, taskIds!, norm!, attrs.nTasks as number);
};
