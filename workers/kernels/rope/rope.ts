import * as tf from '@tensorflow/tfjs-core';
import { headAttrs } from '../../webgpu/headLayout.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';
import { runKernel, usesKernel } from '../implementation.ts';
import { ropeReference } from './reference.ts';

/**
 * Rotary position embedding (Su et al. 2021, eq. 34) in the half-split layout of Llama, on packed
 * rows of heads: queries and keys turn, values pass, and the queries take the factor 1/√Dh of
 * attention on the way. qkv: [B·T, (H + 2·Hkv)·Dh], table: [P, Dh] with the cosines of a position's
 * Dh/2 angles and then their sines; same shape out. Row n stands at firstPosition + n mod T.
 * Turning back by the same angle is the gradient.
 */
export function rope(
  qkv: tf.Tensor2D,
  table: tf.Tensor2D,
  layout: HeadLayout,
  seqLen: number,
  firstPosition = 0,
): tf.Tensor2D {
  if (!usesKernel('Rope')) return ropeReference(qkv, table, layout, seqLen, firstPosition);
  const attrs = { ...headAttrs(layout), seqLen, firstPosition };
  const op = tf.customGrad((...args) => {
    const [heads] = args as unknown as [tf.Tensor2D];
    return {
      value: runKernel<tf.Tensor>('Rope', { qkv: heads, table }, { ...attrs, isInverse: false }),
      gradFunc: (dy: tf.Tensor) =>
        runKernel<tf.Tensor>('Rope', { qkv: dy, table }, { ...attrs, isInverse: true }),
    };
  });
  return op(qkv) as tf.Tensor2D;
}
