import * as tf from '@tensorflow/tfjs-core';
import { gradientOut } from '../../memory/gradientPlaces.ts';
import { runKernel, usesKernel } from '../implementation.ts';
import { rmsNormReference } from './reference.ts';

/**
 * Root-mean-square norm (Zhang & Sennrich 2019, eq. 4): x / rms(x) · gain over the last axis.
 * x: [N, D], gain: [D]; gives [N, D].
 */
export function rmsNorm(x: tf.Tensor2D, gain: tf.Tensor1D, eps: number): tf.Tensor2D {
  if (!hasKernels()) return rmsNormReference(x, gain, eps);
  return runKernel<tf.Tensor2D>('RmsNorm', { x, gain }, { eps, keepsSkip: false });
}

/** A norm at the mouth of a residual branch. */
export interface NormedWithSkip {
  readonly normed: tf.Tensor2D; // [N, D]
  /** x itself, for the addition behind the branch. */
  readonly skip: tf.Tensor2D; // [N, D]
}

/**
 * The norm of x beside x: taken together, the two gradients of a residual branch are added inside
 * the kernel and not by another pass over memory.
 */
export function rmsNormWithSkip(x: tf.Tensor2D, gain: tf.Tensor1D, eps: number): NormedWithSkip {
  if (!hasKernels()) return { normed: rmsNormReference(x, gain, eps), skip: x };
  const attrs = { eps, keepsSkip: true };
  const [normed, skip] = runKernel<[tf.Tensor2D, tf.Tensor2D]>('RmsNorm', { x, gain }, attrs);
  return { normed, skip };
}

const hasKernels = (): boolean => usesKernel('RmsNorm') && usesKernel('RmsNormGrad');

/**
 * With n = x / rms and g = dy · gain: dx = (g − n · mean(g · n)) / rms + dSkip and
 * dgain = Σ_rows dy · n.
 */
tf.registerGradient({
  kernelName: 'RmsNorm',
  inputsToSave: ['x', 'gain'],
  gradFunc: (dys, saved, attrs) => {
    const [x, gain] = saved as [tf.Tensor2D, tf.Tensor1D];
    const { eps } = attrs as unknown as { eps: number };
    const [dy, dSkip] = Array.isArray(dys) ? dys : [dys];
    const inputs = { x, gain, dy: dy!, ...(dSkip && { dSkip }) };
    const out = { eps, ...gradientOut(gain) };
    const [dx, dGain] = runKernel<[tf.Tensor2D, tf.Tensor1D]>('RmsNormGrad', inputs, out);
    return { x: () => dx, gain: () => dGain };
  },
});
