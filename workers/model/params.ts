import type * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';

/** One tensor of the model: where it lies in the flat vector of all parameters. */
export interface ParamSpec {
  /** As in Hugging Face's LlamaForCausalLM. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly size: number;
  /** Matrices take weight decay, gains of norms do not. */
  readonly decays: boolean;
}

export interface LayerParams {
  readonly inputNorm: tf.Tensor1D; // [D]
  readonly qProj: tf.Tensor2D; // [H·Dh, D]
  readonly kProj: tf.Tensor2D; // [Hkv·Dh, D]
  readonly vProj: tf.Tensor2D; // [Hkv·Dh, D]
  readonly oProj: tf.Tensor2D; // [D, H·Dh]
  readonly postAttentionNorm: tf.Tensor1D; // [D]
  readonly gateProj: tf.Tensor2D; // [F, D]
  readonly upProj: tf.Tensor2D; // [F, D]
  readonly downProj: tf.Tensor2D; // [D, F]
}

export interface ModelParams {
  readonly embedTokens: tf.Tensor2D; // [V, D], also the head
  readonly layers: readonly LayerParams[];
  readonly norm: tf.Tensor1D; // [D]
}

/** Every parameter in a fixed order: embedding, layers, last norm. */
export function paramTable(config: ModelConfig): readonly ParamSpec[] {
  const { vocabSize, dModel, nLayers } = config;
  const shapes: [string, number[]][] = [['model.embed_tokens.weight', [vocabSize, dModel]]];
  for (let i = 0; i < nLayers; i++) {
    for (const [name, shape] of layerShapes(config)) {
      shapes.push([`model.layers.${i}.${name}.weight`, shape]);
    }
  }
  shapes.push(['model.norm.weight', [dModel]]);
  return withOffsets(shapes);
}

function layerShapes(config: ModelConfig): [string, number[]][] {
  const { dModel, dFf, nHeads, nKvHeads, headDim } = config;
  return [
    ['input_layernorm', [dModel]],
    ['self_attn.q_proj', [nHeads * headDim, dModel]],
    ['self_attn.k_proj', [nKvHeads * headDim, dModel]],
    ['self_attn.v_proj', [nKvHeads * headDim, dModel]],
    ['self_attn.o_proj', [dModel, nHeads * headDim]],
    ['post_attention_layernorm', [dModel]],
    ['mlp.gate_proj', [dFf, dModel]],
    ['mlp.up_proj', [dFf, dModel]],
    ['mlp.down_proj', [dModel, dFf]],
  ];
}

function withOffsets(shapes: readonly [string, number[]][]): ParamSpec[] {
  let offset = 0;
  return shapes.map(([name, shape]) => {
    const size = shape.reduce((product, length) => product * length, 1);
    offset += size;
    return { name, shape, offset: offset - size, size, decays: shape.length > 1 };
  });
}

/** Number of parameters. */
export function countParams(table: readonly ParamSpec[]): number {
  return table.reduce((sum, { size }) => sum + size, 0);
}

/** Tensors in the order of `paramTable`, as the structure that the model reads. */
export function modelParams(nLayers: number, tensors: readonly tf.Tensor[]): ModelParams {
  const rest = tensors.slice();
  const vector = (): tf.Tensor1D => rest.shift() as tf.Tensor1D;
  const matrix = (): tf.Tensor2D => rest.shift() as tf.Tensor2D;
  const embedTokens = matrix();
  const layers = Array.from({ length: nLayers }, () => ({
    inputNorm: vector(),
    qProj: matrix(),
    kProj: matrix(),
    vProj: matrix(),
    oProj: matrix(),
    postAttentionNorm: vector(),
    gateProj: matrix(),
    upProj: matrix(),
    downProj: matrix(),
  }));
  return { embedTokens, layers, norm: vector() };
}
