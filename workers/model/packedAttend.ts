import type * as tf from '@tensorflow/tfjs-core';
import { packedAttention } from '../kernels/attention/packedAttention.ts';
import type { Attend } from './families/family.ts';

/**
 * Attention inside the examples of packed rows. spans: int32 [2, N], first key that each query sees
 * and last query that sees each key, as columns of rows of `seqLen` positions.
 */
export const packedAttend =
  (spans: tf.Tensor2D, seqLen: number): Attend =>
  ({ packed, layout }) =>
    packedAttention(packed, spans, layout, seqLen);
