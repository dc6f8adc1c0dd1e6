import * as tf from '@tensorflow/tfjs-core';
import { headAttrs } from '../../webgpu/headLayout.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';
import { runKernel, usesKernel } from '../implementation.ts';
import type { CachedStep, KvCache } from './kvCache.ts';
import { cachedAttentionReference, fillCacheReference } from './reference.ts';

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
