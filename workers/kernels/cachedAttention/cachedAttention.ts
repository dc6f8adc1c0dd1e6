import * as tf from '@tensorflow/tfjs-core';
import { headAttrs } from '../headLayout.ts';
import type { HeadLayout } from '../headLayout.ts';
import { runKernel, usesKernel } from '../implementation.ts';
import { cachedAttentionReference, fillCacheReference } from './reference.ts';

/** Keys, then values, of one layer at every column: [R, C, 2·Hkv·Dh]; zeros further on. */
export type KvCache = tf.Tensor3D;

/**
 * The cache after reading prompts of P columns. qkv: [R·P, (H + 2·Hkv)·Dh] after `rope`; gives
 * [R, C, 2·Hkv·Dh] for C = capacity ≥ P.
 */
export function fillCache(
  qkv: tf.Tensor2D,
  layout: HeadLayout,
  seqLen: number,
  capacity: number,
): KvCache {
  if (!usesKernel('CacheFill')) return fillCacheReference(qkv, layout, seqLen, capacity);
  return runKernel<KvCache>('CacheFill', { qkv }, { ...headAttrs(layout), seqLen, capacity });
}

export interface CachedStep {
  readonly mixed: tf.Tensor2D; // [R, H·Dh]
  /** The cache with the new column. With our kernel it is the same memory, changed in place. */
  readonly cache: KvCache;
}

/**
 * Attention of one new token in each row to all columns so far, its own included. qkv: [R, …] of
 * the new tokens after `rope`; firsts: int32 [R], where each row's prompt begins; column: where the
 * new tokens stand.
 */
export function cachedAttention(
  qkv: tf.Tensor2D,
  cache: KvCache,
  firsts: tf.Tensor1D,
  layout: HeadLayout,
  column: number,
): CachedStep {
  if (!usesKernel('CachedAttention')) {
    return cachedAttentionReference(qkv, cache, firsts, layout, column);
  }
  const attrs = { ...headAttrs(layout), column };
  const mixed = runKernel<tf.Tensor2D>('CachedAttention', { qkv, cache, firsts }, attrs);
  return { mixed, cache: tf.clone(cache) };
}
