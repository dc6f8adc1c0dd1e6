import * as tf from '@tensorflow/tfjs-core';
import { headAttrs } from '../../webgpu/headLayout.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';
import { runKernel, usesKernel } from '../implementation.ts';
import { packedAttentionReference } from './reference.ts';

/**
 * Causal attention inside the examples of packed rows (Vaswani et al. 2017, eq. 1; grouped
 * key/value heads: Ainslie et al. 2023), without ever storing the scores [B, H, T, T] (Dao et al.
 * 2022, algorithms 1 and 4: the softmax is built up block by block, and the gradient computes it
 * again from the saved log-sum-exp).
 *
 * qkv: [B·T, (H + 2·Hkv)·Dh] after `rope`, which has scaled the queries. spans: int32 [2, B·T]:
 * query t of a row sees keys spans[0][t] … t, and key t is seen by queries t … spans[1][t].
 * Gives [B·T, H·Dh].
 */
export function packedAttention(
  qkv: tf.Tensor2D,
  spans: tf.Tensor2D,
  layout: HeadLayout,
  seqLen: number,
): tf.Tensor2D {
  if (!usesKernel('PackedAttention') || !usesKernel('PackedAttentionGrad')) {
    return packedAttentionReference(qkv, spans, layout, seqLen);
  }
  const attrs = { ...headAttrs(layout), seqLen };
  const op = tf.customGrad((...args) => {
    const [heads, save] = args as unknown as [tf.Tensor2D, tf.GradSaveFunc];
    const inputs = { qkv: heads, spans };
    const [out, lse] = runKernel<[tf.Tensor, tf.Tensor]>('PackedAttention', inputs, attrs);
    save([heads, out, lse]);
    return { value: out, gradFunc };
  });
  return op(qkv) as tf.Tensor2D;

  function gradFunc(dOut: tf.Tensor, saved: tf.Tensor[]): tf.Tensor {
    const [heads, out, lse] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
    const inputs = { qkv: heads, spans, out, lse, dOut };
    return runKernel<tf.Tensor>('PackedAttentionGrad', inputs, attrs);
  }
}
