import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';

/** Added to scores where attention is forbidden; finite, because WGSL may assume no infinities. */
const forbidden = -1e9;

/**
 * softmax(q·kᵀ + mask)·v with all scores in memory. The query heads that share a key/value head are
 * stacked along time, so that keys and values are used as they are, never repeated.
 */
export function packedAttentionReference(
  qkv: tf.Tensor2D,
  spans: tf.Tensor2D,
  { nHeads, nKvHeads, headDim }: HeadLayout,
  seqLen: number,
): tf.Tensor2D {
  const nBatch = qkv.shape[0] / seqLen;
  const byHead = tf.reshape<tf.Rank.R4>(qkv, [nBatch, seqLen, nHeads + 2 * nKvHeads, headDim]);
  const heads = (from: number, count: number): tf.Tensor =>
    tf.transpose(
      tf.slice4d(byHead, [0, 0, from, 0], [nBatch, seqLen, count, headDim]),
      [0, 2, 1, 3],
    ); // [B, heads, T, Dh]
  const stacked = tf.reshape(heads(0, nHeads), [nBatch, nKvHeads, -1, headDim]); // [B, Hkv, G·T, Dh]
  const scores = tf.matMul(stacked, heads(nHeads, nKvHeads), false, true); // [B, Hkv, G·T, T]
  const masked = tf.add(
    tf.reshape(scores, [nBatch, nHeads, seqLen, seqLen]),
    spanMask(spans, nBatch, seqLen),
  );
  const probs = tf.reshape(tf.softmax(masked), scores.shape);
  const mixed = tf.matMul(probs, heads(nHeads + nKvHeads, nKvHeads)); // [B, Hkv, G·T, Dh]
  const turned = tf.transpose(tf.reshape(mixed, [nBatch, nHeads, seqLen, headDim]), [0, 2, 1, 3]);
  return tf.reshape(turned, [-1, nHeads * headDim]);
}

/** 0 where query t sees key s: spans[0][t] ≤ s ≤ t; −1e9 elsewhere: [B, 1, T, T]. */
function spanMask(spans: tf.Tensor2D, nBatch: number, seqLen: number): tf.Tensor {
  const firsts = tf.reshape(tf.slice2d(spans, [0, 0], [1, -1]), [nBatch, 1, seqLen, 1]);
  const keys = tf.range(0, seqLen, 1, 'int32'); // [T]
  const isAfterFirst = tf.greaterEqual(keys, firsts); // [B, 1, T, T]
  const isPast = tf.lessEqual(keys, tf.reshape(keys, [seqLen, 1])); // [T, T]
  const isSeen = tf.cast(tf.logicalAnd(isAfterFirst, isPast), 'float32');
  return tf.mul(tf.sub(constant(1), isSeen), constant(forbidden));
}
