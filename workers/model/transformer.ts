import * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import { embedding } from '../kernels/embedding/embedding.ts';
import { linear } from '../kernels/linear/linear.ts';
import { rmsNorm } from '../kernels/rmsNorm/rmsNorm.ts';
import { attend, projectHeads } from './attention.ts';
import type { Heads } from './attention.ts';
import { mlp } from './mlp.ts';
import type { LayerParams, ModelParams } from './params.ts';
import type { Rope } from './ropeTables.ts';

/** What the decoder reads: B rows of T tokens, and which positions may see which. */
export interface DecoderInputs {
  readonly inputIds: tf.Tensor1D; // int32 [B·T]
  readonly mask: tf.Tensor4D; // [B, 1, T, T], 0 or −1e9
  readonly seqLen: number; // T
  /**
   * The rows of [B·T, …] whose hidden states are wanted. Past the last attention nothing flows
   * between positions, so the rest of the last layer runs on these alone.
   */
  readonly pick: (rows: tf.Tensor2D) => tf.Tensor2D;
  /** Tables of positions 0 … T − 1 (RoPE sees differences only, so packed examples share them). */
  readonly positions: Rope;
}

/**
 * Llama's decoder (Touvron et al. 2023, section 2.2): the hidden states that the head reads.
 * `onHeads` sees every layer's keys and values, to fill a cache. Gives [M, D] for M picked rows.
 */
export function decoder(
  params: ModelParams,
  config: ModelConfig,
  inputs: DecoderInputs,
  onHeads?: (heads: Heads) => void,
): tf.Tensor2D {
  let x = embedding(params.embedTokens, inputs.inputIds); // [B·T, D]
  for (const layer of params.layers) {
    const isLast = layer === params.layers.at(-1);
    const pick = isLast ? inputs.pick : allRows;
    x = decoderBlock(x, layer, config, pick, (normed) => {
      const heads = projectHeads(normed, layer, config, inputs.seqLen, inputs.positions);
      onHeads?.(heads);
      return attend(heads, inputs.mask);
    });
  }
  return rmsNorm(x, params.norm, config.rmsNormEps);
}

/** Keeps every row. */
export const allRows = (rows: tf.Tensor2D): tf.Tensor2D => rows;

/**
 * One layer with its two residual connections. `attendTo` maps [N, D] to [N, H·Dh]; what follows it
 * runs on the rows that `pick` leaves. x: [N, D]; gives [M, D].
 */
export function decoderBlock(
  x: tf.Tensor2D,
  layer: LayerParams,
  { rmsNormEps }: ModelConfig,
  pick: (rows: tf.Tensor2D) => tf.Tensor2D,
  attendTo: (normed: tf.Tensor2D) => tf.Tensor2D,
): tf.Tensor2D {
  const mixed = attendTo(rmsNorm(x, layer.inputNorm, rmsNormEps));
  const afterAttention = tf.add<tf.Tensor2D>(pick(x), linear(pick(mixed), layer.oProj));
  const normed = rmsNorm(afterAttention, layer.postAttentionNorm, rmsNormEps);
  return tf.add(afterAttention, mlp(normed, layer));
}

/** Logits of hidden states through the tied embedding. hidden: [M, D]; gives [M, V]. */
export const head = (params: ModelParams, hidden: tf.Tensor2D): tf.Tensor2D =>
  linear(hidden, params.embedTokens);
