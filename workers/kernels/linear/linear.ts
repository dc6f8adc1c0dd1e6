import * as tf from '@tensorflow/tfjs-core';

/**
 * x·Wᵀ, the layout of a PyTorch linear layer without bias. x: [N, In], weight: [Out, In];
 * gives [N, Out]. The gradient is tfjs's own: both operands are matrices, so none of its
 * shape faults with batched operands can occur.
 */
export const linear = (x: tf.Tensor2D, weight: tf.Tensor2D): tf.Tensor2D =>
  tf.matMul(x, weight, false, true);
