import type * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import { packedAttention } from '../kernels/attention/packedAttention.ts';
import { embedding } from '../kernels/embedding/embedding.ts';
import type { TokenIndex } from '../kernels/embedding/embedding.ts';
import { rmsNorm, rmsNormWithSkip } from '../kernels/rmsNorm/rmsNorm.ts';
import { rope } from '../kernels/rope/rope.ts';
import { swiglu } from '../kernels/swiglu/swiglu.ts';
import type { LayerParams, ModelParams } from './params.ts';
import { project } from './project.ts';

/** What the decoder reads: B rows of T tokens, and which positions may see which. */
export interface DecoderInputs {
  readonly inputIds: tf.Tensor1D; // int32 [B·T]
  /** The same ids by token; needed for training only. */
  readonly tokenIndex?: TokenIndex;
  /** First key that each query sees, last query that sees each key: int32 [2, B·T]. */
  readonly spans: tf.Tensor2D;
  readonly seqLen: number; // T
  /**
   * The rows of [B·T, …] whose hidden states are wanted. Past the last attention nothing flows
   * between positions, so the rest of the last layer runs on these alone.
   */
  readonly pick: (rows: tf.Tensor2D) => tf.Tensor2D;
  /** Of positions 0 … T − 1 at least (RoPE sees differences only, so packed examples share it). */
  readonly ropeTable: tf.Tensor2D; // [P, Dh]
}

/**
 * Llama's decoder (Touvron et al. 2023, section 2.2): the hidden states that the head reads.
 * `onHeads` sees every layer's packed heads [B·T, (H + 2·Hkv)·Dh], to fill a cache.
 * Gives [M, D] for M picked rows.
 */
export function decoder(
  params: ModelParams,
  config: ModelConfig,
  inputs: DecoderInputs,
  onHeads?: (qkv: tf.Tensor2D) => void,
): tf.Tensor2D {
  const { inputIds, tokenIndex, spans, seqLen, ropeTable } = inputs;
  let x = embedding(params.embedTokens, inputIds, tokenIndex); // [B·T, D]
  for (const layer of params.layers) {
    const pick = layer === params.layers.at(-1) ? inputs.pick : allRows;
    x = decoderBlock(x, layer, config, pick, (normed) => {
      const qkv = rope(project(normed, layer.qkvProj), ropeTable, config, seqLen);
      onHeads?.(qkv);
      return packedAttention(qkv, spans, config, seqLen);
    });
  }
  return rmsNorm(x, params.norm, config.rmsNormEps);
}

/** Keeps every row. */
export const allRows = (rows: tf.Tensor2D): tf.Tensor2D => rows;

/**
 * One layer with its two residual branches: attention, then the gated feed-forward
 * down(silu(gate(x)) · up(x)). `attendTo` maps [N, D] to [N, H·Dh]; what follows it runs on the
 * rows that `pick` leaves. x: [N, D]; gives [M, D].
 */
export function decoderBlock(
  x: tf.Tensor2D,
  layer: LayerParams,
  { rmsNormEps }: ModelConfig,
  pick: (rows: tf.Tensor2D) => tf.Tensor2D,
  attendTo: (normed: tf.Tensor2D) => tf.Tensor2D,
): tf.Tensor2D {
  const attention = rmsNormWithSkip(x, layer.inputNorm, rmsNormEps);
  const mixed = attendTo(attention.normed); // [N, H·Dh]
  const afterAttention = project(pick(mixed), layer.oProj, pick(attention.skip)); // [M, D]
  const mlp = rmsNormWithSkip(afterAttention, layer.postAttentionNorm, rmsNormEps);
  const gated = swiglu(project(mlp.normed, layer.gateUpProj)); // [M, F]
  return project(gated, layer.downProj, mlp.skip);
}

/** Logits of hidden states through the tied embedding. hidden: [M, D]; gives [M, V]. */
export const head = (params: ModelParams, hidden: tf.Tensor2D): tf.Tensor2D =>
  project(hidden, params.lmHead);
