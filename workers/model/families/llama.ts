import * as tf from '@tensorflow/tfjs-core';
import { llama as spec } from '../../../src/core/families/llama.ts';
import type { LlamaConfig } from '../../../src/core/families/llama.ts';
import { embedding } from '../../kernels/embedding/embedding.ts';
import { takeRows } from '../../kernels/pickRows/takeRows.ts';
import { rmsNorm, rmsNormWithSkip } from '../../kernels/rmsNorm/rmsNorm.ts';
import { rope } from '../../kernels/rope/rope.ts';
import { swiglu } from '../../kernels/swiglu/swiglu.ts';
import type { Params } from '../params.ts';
import { project } from '../project.ts';
import { createRopeTables } from '../ropeTables.ts';
import type { RopeTables } from '../ropeTables.ts';
import { allRows } from './family.ts';
import type { Attend, ModelFamily, ModelInputs, Network } from './family.ts';

/** Llama's decoder (Touvron et al. 2023, section 2.2): RMSNorm in front, RoPE, SwiGLU, no biases. */
export const llama: ModelFamily<LlamaConfig> = { spec, createNetwork };

function createNetwork(config: LlamaConfig): Network {
  const tables = createRopeTables(config);
  return {
    hidden: (params, inputs, attend) => {
      return decoder({ config, params, turn: turnOf(config, tables, inputs) }, inputs, attend);
    },
    logits: (params, hidden) => project(hidden, params.matrix('head')),
    dispose: () => tables.dispose(),
  };
}

interface Decoder {
  readonly config: LlamaConfig;
  readonly params: Params;
  /** RoPE. qkv: [N, (H + 2·Hkv)·Dh]; same shape out. */
  readonly turn: (qkv: tf.Tensor2D) => tf.Tensor2D;
}

/** RoPE sees differences only, so columns serve as positions. */
function turnOf(
  config: LlamaConfig,
  tables: RopeTables,
  { seqLen, firstColumn, stoodAt }: ModelInputs,
): Decoder['turn'] {
  if (!stoodAt) {
    const table = tables.upTo(firstColumn + seqLen);
    return (qkv) => rope(qkv, table, config, seqLen, firstColumn);
  }
  const all = tables.upTo(1 + Math.max(...stoodAt));
  const table = takeRows(all, tf.tensor1d([...stoodAt], 'int32'));
  return (qkv) => rope(qkv, table, config, stoodAt.length);
}

function decoder(model: Decoder, inputs: ModelInputs, attend: Attend): tf.Tensor2D {
  const { config, params } = model;
  let x = embedding(params.table('embedding'), inputs.inputIds, inputs.tokenIndex); // [N, D]
  for (let layer = 0; layer < config.nLayers; layer++) {
    const pick = layer === config.nLayers - 1 ? inputs.pick : allRows;
    x = decoderLayer(model, `layers.${layer}`, x, { ...inputs, pick }, attend);
  }
  return rmsNorm(x, params.vector('norm'), config.rmsNormEps);
}

/**
 * One layer with its two residual branches: attention, then the gated feed-forward
 * down(silu(gate(x)) · up(x)). What follows attention runs on the rows that `pick` leaves.
 * x: [N, D]; gives [M, D].
 */
function decoderLayer(
  { config, params, turn }: Decoder,
  layer: string,
  x: tf.Tensor2D,
  { pick }: ModelInputs,
  attend: Attend,
): tf.Tensor2D {
  const eps = config.rmsNormEps;
  const attention = rmsNormWithSkip(x, params.vector(`${layer}.inputNorm`), eps);
  const qkv = project(attention.normed, params.matrix(`${layer}.qkv`)); // [N, (H + 2·Hkv)·Dh]
  const packed = turn(qkv);
  const mixed = attend({ key: layer, packed, layout: config }); // [N, H·Dh]
  const output = params.matrix(`${layer}.o`);
  const afterAttention = project(pick(mixed), output, pick(attention.skip)); // [M, D]
  const mlp = rmsNormWithSkip(afterAttention, params.vector(`${layer}.postAttentionNorm`), eps);
  const gated = swiglu(project(mlp.normed, params.matrix(`${layer}.gateUp`))); // [M, F]
  return project(gated, params.matrix(`${layer}.down`), mlp.skip);
}
