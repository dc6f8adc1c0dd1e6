import * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import { attention } from '../kernels/attention/attention.ts';
import { linear } from '../kernels/linear/linear.ts';
import { rope } from '../kernels/rope/rope.ts';
import type { LayerParams } from './params.ts';
import type { Rope } from './ropeTables.ts';

/** Queries, keys and values of all heads, turned to their positions. */
export interface Heads {
  readonly queries: tf.Tensor4D; // [B, H, T, Dh]
  readonly keys: tf.Tensor4D; // [B, Hkv, T, Dh]
  readonly values: tf.Tensor4D; // [B, Hkv, T, Dh]
}

/** x: [B·T, D]; `positions` holds tables of T positions. */
export function projectHeads(
  x: tf.Tensor2D,
  layer: LayerParams,
  config: ModelConfig,
  seqLen: number,
  positions: Rope,
): Heads {
  const { nHeads, nKvHeads, headDim } = config;
  const split = (y: tf.Tensor2D, heads: number): tf.Tensor4D =>
    tf.transpose(tf.reshape(y, [-1, seqLen, heads, headDim]), [0, 2, 1, 3]);
  return {
    queries: rope(split(linear(x, layer.qProj), nHeads), positions.queries),
    keys: rope(split(linear(x, layer.kProj), nKvHeads), positions.keys),
    values: split(linear(x, layer.vProj), nKvHeads),
  };
}

/**
 * Causal self-attention of one layer, before the output projection.
 * mask: [B, 1, T, T]; gives [B·T, H·Dh].
 */
export function attend({ queries, keys, values }: Heads, mask: tf.Tensor4D): tf.Tensor2D {
  const [batchSize, nHeads, seqLen, headDim] = queries.shape;
  const nKvHeads = keys.shape[1];
  // Query heads h·G … h·G + G − 1 share key/value head h: stacked along time, they need no copy of it.
  const grouped = tf.reshape<tf.Rank.R4>(queries, [batchSize, nKvHeads, -1, headDim]);
  const mixed = attention(grouped, keys, values, mask); // [B, Hkv, G·T, Dh]
  const byHead = tf.reshape(mixed, [batchSize, nHeads, seqLen, headDim]);
  return tf.reshape(tf.transpose(byHead, [0, 2, 1, 3]), [-1, nHeads * headDim]);
}
