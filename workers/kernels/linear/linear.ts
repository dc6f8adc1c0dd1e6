import * as tf from '@tensorflow/tfjs-core';
import { gradientOut } from '../../memory/gradientPlaces.ts';
import { runKernel, usesKernel } from '../implementation.ts';
import { linearReference } from './reference.ts';

/**
 * x·Wᵀ (+ residual), the layout of a PyTorch linear layer without bias. x: [N, In],
 * weight: [Out, In], residual: [N, Out]; gives [N, Out].
 * Gradients: dx = dy·W, dW = dyᵀ·x, dresidual = dy.
 */
export function linear(x: tf.Tensor2D, weight: tf.Tensor2D, residual?: tf.Tensor2D): tf.Tensor2D {
  if (!hasKernels()) return linearReference(x, weight, residual);
  const op = tf.customGrad((...args) => {
    const inputs = args.slice(0, -1) as tf.Tensor[];
    const save = args.at(-1) as unknown as tf.GradSaveFunc;
    save(inputs.slice(0, 2));
    const value = runKernel<tf.Tensor>('Linear', namedInputs(inputs));
    return { value, gradFunc: (dy, saved) => gradients(dy, saved, weight, inputs) };
  });
  return (residual ? op(x, weight, residual) : op(x, weight)) as tf.Tensor2D;
}

const hasKernels = (): boolean =>
  usesKernel('Linear') && usesKernel('LinearGradInput') && usesKernel('LinearGradWeight');

function namedInputs([x, weight, residual]: readonly tf.Tensor[]): tf.NamedTensorMap {
  return { x: x!, weight: weight!, ...(residual && { residual }) };
}

function gradients(
  dy: tf.Tensor,
  saved: readonly tf.Tensor[],
  param: tf.Tensor2D,
  inputs: readonly tf.Tensor[],
): tf.Tensor[] {
  const [x, weight] = saved as [tf.Tensor, tf.Tensor];
  const dx = runKernel<tf.Tensor>('LinearGradInput', { dy, weight });
  const dWeight = runKernel<tf.Tensor>('LinearGradWeight', { dy, x }, gradientOut(param));
  // A clone (no copy): the tape may dispose what it is given.
  return inputs.length > 2 ? [dx, dWeight, tf.clone(dy)] : [dx, dWeight];
}
