import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';
import type { CachedStep, KvCache } from './kvCache.ts';

const forbidden = -1e9;

export function fillCacheReference(
  qkv: tf.Tensor2D,
  { nHeads, nKvHeads, headDim }: HeadLayout,
  seqLen: number,
  capacity: number,
): KvCache {
  const width = 2 * nKvHeads * headDim;
  const kept = tf.slice2d(qkv, [0, nHeads * headDim], [-1, width]);
  const rows = tf.reshape<tf.Rank.R3>(kept, [-1, seqLen, width]);
  return tf.pad3d(rows, [
    [0, 0],
    [0, capacity - seqLen],
    [0, 0],
  ]);
}

/** A new cache each time, made by an outer product with the one-hot column. */
export function cachedAttentionReference(
  qkv: tf.Tensor2D,
  cache: KvCache,
  firsts: tf.Tensor1D,
  { nHeads, nKvHeads, headDim }: HeadLayout,
  column: number,
): CachedStep {
  const [nRows, capacity, width] = cache.shape;
  const columns = tf.range(0, capacity, 1, 'int32'); // [C]
  const isHere = tf.cast(tf.equal(columns, tf.scalar(column, 'int32')), 'float32');
  const fresh = tf.slice2d(qkv, [0, nHeads * headDim], [-1, width]);
  const added = tf.mul(tf.reshape(fresh, [nRows, 1, width]), tf.reshape(isHere, [1, -1, 1]));
  const next = tf.add<KvCache>(cache, added); // [R, C, 2·Hkv·Dh]
  const byHead = tf.transpose(
    tf.reshape(next, [nRows, capacity, 2 * nKvHeads, headDim]),
    [0, 2, 1, 3],
  ); // [R, 2·Hkv, C, Dh]
  const half = (from: number): tf.Tensor =>
    tf.slice(byHead, [0, from, 0, 0], [-1, nKvHeads, -1, -1]);
  const queries = tf.slice2d(qkv, [0, 0], [-1, nHeads * headDim]);
  const grouped = tf.reshape(queries, [nRows, nKvHeads, -1, headDim]); // [R, Hkv, G, Dh]
  const isSeen = tf.logicalAnd(
    tf.greaterEqual(columns, tf.reshape(firsts, [-1, 1])),
    tf.lessEqual(columns, tf.scalar(column, 'int32')),
  ); // [R, C]
  const mask = tf.mul(tf.sub(constant(1), tf.cast(isSeen, 'float32')), constant(forbidden));
  const scores = tf.matMul(grouped, half(0), false, true); // [R, Hkv, G, C]
  const probs = tf.softmax(tf.add(scores, tf.reshape(mask, [nRows, 1, 1, capacity])));
  const mixed = tf.matMul(probs, half(nKvHeads)); // [R, Hkv, G, Dh]
  return { mixed: tf.reshape(mixed, [nRows, nHeads * headDim]), cache: next };
}
