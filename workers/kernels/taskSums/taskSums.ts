import type * as tf from '@tensorflow/tfjs-core';
import { runKernel, usesKernel } from '../implementation.ts';
import { taskSumsReference } from './reference.ts';

/**
 * The numbers of a step in one vector, so that one read brings them all: the loss sum of each task,
 * then the gradient norm. losses: [M], taskIds: int32 [M] (−1: no task), norm: [1]; gives [K + 1].
 */
export function taskSums(
  losses: tf.Tensor1D,
  taskIds: tf.Tensor1D,
  norm: tf.Tensor1D,
  nTasks: number,
): tf.Tensor1D {
  if (!usesKernel('TaskSums')) return taskSumsReference(losses, taskIds, norm, nTasks);
  return runKernel<tf.Tensor1D>('TaskSums', { losses, taskIds, norm }, { nTasks });
}
