import * as tf from '@tensorflow/tfjs-core';
import { runKernel, usesKernel } from '../implementation.ts';
import { swigluReference } from './reference.ts';

/**
 * silu(gate) · up (Shazeer 2020, eq. 6 without biases). gateUp: [N, 2F], the gates first; gives
 * [N, F]. With s = sigmoid(gate): dup = dy·gate·s, dgate = dy·up·s·(1 + gate·(1 − s)).
 */
export function swiglu(gateUp: tf.Tensor2D): tf.Tensor2D {
  if (!usesKernel('SwiGlu') || !usesKernel('SwiGluGrad')) return swigluReference(gateUp);
  const op = tf.customGrad((...args) => {
    const [input, save] = args as unknown as [tf.Tensor2D, tf.GradSaveFunc];
    save([input]);
    const gradFunc = (dy: tf.Tensor, [saved]: tf.Tensor[]): tf.Tensor =>
      runKernel('SwiGluGrad', { gateUp: saved!, dy });
    return { value: runKernel<tf.Tensor>('SwiGlu', { gateUp: input }), gradFunc };
  });
  return op(gateUp) as tf.Tensor2D;
}
