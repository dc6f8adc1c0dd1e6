import type * as tf from '@tensorflow/tfjs-core';
import { linearReference } from '../linear/reference.ts';

/** x·Wᵀ (+ residual) with the halves of W as float32 [Out, In]. */
export const halfLinearReference = (
  x: tf.Tensor2D,
  weight: tf.Tensor2D,
  residual?: tf.Tensor2D,
): tf.Tensor2D => linearReference(x, weight, residual);
