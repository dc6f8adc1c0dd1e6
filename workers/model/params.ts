import type * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import { arenaSize } from '../memory/arena.ts';
import type { Projection, TrainedProjection } from './project.ts';

/** One tensor of a checkpoint: where it lies in the flat vector of all parameters. */
export interface ParamSpec {
  /** As in Hugging Face's LlamaForCausalLM. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
  readonly size: number;
  /** Matrices take weight decay, gains of norms do not. */
  readonly decays: boolean;
}

/** What the model multiplies with: checkpoint tensors that lie one behind the other, as one. */
export interface BlockSpec {
  readonly shape: readonly number[];
  readonly offset: number;
}

/** Where everything lies in one flat vector. Blocks start at multiples of the arena's grain. */
export interface ParamLayout {
  readonly specs: readonly ParamSpec[];
  /** Of all weights: embedding, six of each layer, last norm. */
  readonly blocks: readonly BlockSpec[];
  /** Length of the flat vector, gaps included. */
  readonly flatLength: number;
  /** Number of parameters. */
  readonly nParams: number;
}

export interface LayerParams {
  readonly inputNorm: tf.Tensor1D; // [D]
  readonly qkvProj: Projection; // [(H + 2·Hkv)·Dh, D]
  readonly oProj: Projection; // [D, H·Dh]
  readonly postAttentionNorm: tf.Tensor1D; // [D]
  readonly gateUpProj: Projection; // [2F, D]
  readonly downProj: Projection; // [D, F]
}

export interface ModelParams {
  readonly embedTokens: tf.Tensor2D; // [V, D]
  readonly layers: readonly LayerParams[];
  readonly norm: tf.Tensor1D; // [D]
  /** Tied: the embedding's memory under a second name, so that the tape keeps two gradients apart. */
  readonly lmHead: Projection; // [V, D]
}

export type NamedShape = readonly [name: string, shape: readonly number[]];

/** Every weight in a fixed order: embedding, layers, last norm. */
export function paramLayout(config: ModelConfig): ParamLayout {
  const { vocabSize, dModel, nLayers } = config;
  const groups: NamedShape[][] = [[['model.embed_tokens.weight', [vocabSize, dModel]]]];
  for (let i = 0; i < nLayers; i++) {
    for (const group of layerGroups(config)) {
      groups.push(group.map(([name, shape]) => [`model.layers.${i}.${name}.weight`, shape]));
    }
  }
  groups.push([['model.norm.weight', [dModel]]]);
  return laidOut(groups);
}

/** What lies side by side is multiplied in one product. */
function layerGroups(config: ModelConfig): NamedShape[][] {
  const { dModel, dFf, nHeads, nKvHeads, headDim } = config;
  return [
    [['input_layernorm', [dModel]]],
    [
      ['self_attn.q_proj', [nHeads * headDim, dModel]],
      ['self_attn.k_proj', [nKvHeads * headDim, dModel]],
      ['self_attn.v_proj', [nKvHeads * headDim, dModel]],
    ],
    [['self_attn.o_proj', [dModel, nHeads * headDim]]],
    [['post_attention_layernorm', [dModel]]],
    [
      ['mlp.gate_proj', [dFf, dModel]],
      ['mlp.up_proj', [dFf, dModel]],
    ],
    [['mlp.down_proj', [dModel, dFf]]],
  ];
}

/** Each group as one block. The tensors of a group are equal in all sizes but the first. */
export function laidOut(groups: readonly NamedShape[][]): ParamLayout {
  const specs: ParamSpec[] = [];
  const blocks: BlockSpec[] = [];
  let end = 0;
  for (const group of groups) {
    let offset = arenaSize(end);
    const rows = group.reduce((sum, [, shape]) => sum + shape[0]!, 0);
    blocks.push({ shape: [rows, ...group[0]![1].slice(1)], offset });
    for (const [name, shape] of group) {
      const size = shape.reduce((product, length) => product * length, 1);
      specs.push({ name, shape, offset, size, decays: shape.length > 1 });
      offset += size;
    }
    end = offset;
  }
  const nParams = specs.reduce((sum, { size }) => sum + size, 0);
  return { specs, blocks, flatLength: arenaSize(end), nParams };
}

/** Tensors in the order of the blocks, the tied head behind them, as the model reads them. */
export function modelParams(nLayers: number, tensors: readonly tf.Tensor[]): ModelParams {
  const rest = tensors.slice();
  const vector = (): tf.Tensor1D => rest.shift() as tf.Tensor1D;
  const matrix = (): TrainedProjection => ({ weight: rest.shift() as tf.Tensor2D });
  const embedTokens = matrix().weight;
  const layers = Array.from({ length: nLayers }, () => ({
    inputNorm: vector(),
    qkvProj: matrix(),
    oProj: matrix(),
    postAttentionNorm: vector(),
    gateUpProj: matrix(),
    downProj: matrix(),
  }));
  return { embedTokens, layers, norm: vector(), lmHead: matrix() };
}
