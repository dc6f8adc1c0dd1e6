import * as tf from '@tensorflow/tfjs-core';
import { runKernel } from '../implementation.ts';
import { halfLinearReference } from './reference.ts';

/**
 * x·Wᵀ (+ residual) for a frozen weight stored as packed halves (`frozenWeight`), at half the memory.
 * x: [N, In], weight: int32 [Out, In/2]; gives [N, Out]. Products and sums are in float32.
 * The weight has no gradient: only x (and the residual) do.
 */
export function halfLinear(
  x: tf.Tensor2D,
  weight: tf.Tensor2D,
  residual?: tf.Tensor2D,
): tf.Tensor2D {
  if (weight.dtype === 'float32') return halfLinearReference(x, weight, residual);
  const op = tf.customGrad((...args) => {
    const [input, added] = args.slice(0, -1) as [tf.Tensor, tf.Tensor?];
    const inputs = { x: input, weight, ...(added && { residual: added }) };
    return { value: runKernel<tf.Tensor>('HalfLinear', inputs), gradFunc };
  });
  return (residual ? op(x, residual) : op(x)) as tf.Tensor2D;

  function gradFunc(dy: tf.Tensor): tf.Tensor[] {
    const dx = runKernel<tf.Tensor>('HalfLinearGradInput', { dy, weight });
    return residual ? [dx, tf.clone(dy)] : [dx];
  }
}
