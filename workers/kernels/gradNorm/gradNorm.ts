import type * as tf from '@tensorflow/tfjs-core';
import { runKernel, usesKernel } from '../implementation.ts';
import { gradNormReference } from './reference.ts';

/**
 * Norm of all gradients, on the device: gradScale · √Σ grads². grads: [P]; gives [1].
 * The sum has a fixed order, so the same gradients always give the same bits.
 */
export function gradNorm(grads: tf.Tensor1D, gradScale = 1): tf.Tensor1D {
  if (!usesKernel('GradNorm')) return gradNormReference(grads, gradScale);
  return runKernel<tf.Tensor1D>('GradNorm', { grads }, { gradScale });
}
