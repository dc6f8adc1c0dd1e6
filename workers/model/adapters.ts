import * as tf from '@tensorflow/tfjs-core';
import { randomStream } from '../../src/core/random.ts';
import { frozenWeight } from '../kernels/halfLinear/frozenWeight.ts';
import { createArena } from '../memory/arena.ts';
import type { Model } from './model.ts';
import { laidOut } from './params.ts';
import type { LayerParams, ModelParams, NamedShape, ParamLayout } from './params.ts';
import type { Adapter, FrozenProjection } from './project.ts';
import { blockViews } from './weights.ts';
import type { ModelWeights, Trainable } from './weights.ts';

/** Hu et al. 2022, section 4.1: α/r with α = 2r, so that the rank does not change the step size. */
const scale = 2;

const adapted = ['qkvProj', 'oProj', 'gateUpProj', 'downProj'] as const;
/** Place of each adapted matrix among the six blocks of a layer. */
const blockOf = { qkvProj: 1, oProj: 2, gateUpProj: 4, downProj: 5 } as const;

/** Low-rank adapters of a frozen model, and a way to make them part of it. */
export interface Adapters extends Trainable {
  /** The frozen weights with the adapters multiplied in: [P] in the layout of the model. */
  merged(): Promise<Float32Array>;
}

/**
 * Low-rank adapters (Hu et al. 2022, section 4.1) of rank r on every matrix of every layer. The
 * frozen matrices are kept as packed halves; embedding and norms are those of `base`, which must
 * outlive the adapters. A is random (seeded), B zero: at first nothing changes.
 */
export async function createAdapters(
  model: Model,
  base: ModelWeights,
  rank: number,
  seed: number,
): Promise<Adapters> {
  const layout = adapterLayout(model, rank);
  const arena = createArena(initialAdapters(layout, seed));
  const tensors = blockViews(layout, arena);
  const flat = await base.arena.read();
  const halves = packedBlocks(model, flat);
  const paramsOf = (list: readonly tf.Tensor[]): ModelParams =>
    withAdapters(base.params, halves, list as readonly tf.Tensor2D[]);
  return {
    layout,
    arena,
    tensors,
    paramsOf,
    params: paramsOf(tensors),
    merged: async () => mergedFlat(model, layout, flat, await arena.read()),
    dispose() {
      arena.dispose();
      tf.dispose(halves);
    },
  };
}

/** A then B of each adapted matrix of each layer. */
function adapterLayout({ layout, config }: Model, rank: number): ParamLayout {
  const groups: NamedShape[][] = [];
  for (let i = 0; i < config.nLayers; i++) {
    for (const name of adapted) {
      const [nOut, nIn] = layout.blocks[1 + 6 * i + blockOf[name]]!.shape as [number, number];
      groups.push([[`${i}.${name}.a`, [rank, nIn]]], [[`${i}.${name}.b`, [nOut, rank]]]);
    }
  }
  return laidOut(groups);
}

/** Uniform in ±√(3/In) for A, so that x·Aᵀ keeps the size of x; zeros for B. */
function initialAdapters({ blocks, flatLength }: ParamLayout, seed: number): Float32Array {
  const flat = new Float32Array(flatLength);
  blocks.forEach(({ offset, shape: [rows, cols] }, i) => {
    if (i % 2 === 1) return;
    const stream = randomStream(seed, 'adapters', i);
    const bound = Math.sqrt(3 / cols!);
    for (let at = 0; at < rows! * cols!; at++) flat[offset + at] = bound * (2 * stream.next() - 1);
  });
  return flat;
}

/** The head and the adapted matrices of each layer as packed halves. */
function packedBlocks({ layout, config }: Model, flat: Float32Array): tf.Tensor2D[] {
  const places = [0];
  for (let i = 0; i < config.nLayers; i++) {
    for (const name of adapted) places.push(1 + 6 * i + blockOf[name]);
  }
  return places.map((place) => {
    const { offset, shape } = layout.blocks[place]!;
    const [nOut, nIn] = shape as [number, number];
    return tf.keep(frozenWeight(flat.subarray(offset, offset + nOut * nIn), [nOut, nIn]));
  });
}

function withAdapters(
  base: ModelParams,
  halves: readonly tf.Tensor2D[],
  tensors: readonly tf.Tensor2D[],
): ModelParams {
  const frozen = (place: number): FrozenProjection => {
    const [a, b] = tensors.slice(2 * place, 2 * place + 2) as [tf.Tensor2D, tf.Tensor2D];
    const adapter: Adapter = { a, b, scale };
    return { half: halves[1 + place]!, adapter };
  };
  const layers = base.layers.map((layer, i): LayerParams => {
    const [qkvProj, oProj, gateUpProj, downProj] = adapted.map((_, k) => frozen(4 * i + k));
    const { inputNorm, postAttentionNorm } = layer;
    return {
      inputNorm,
      postAttentionNorm,
      qkvProj: qkvProj!,
      oProj: oProj!,
      gateUpProj: gateUpProj!,
      downProj: downProj!,
    };
  });
  return { embedTokens: base.embedTokens, layers, norm: base.norm, lmHead: { half: halves[0]! } };
}

/** W + scale · B·A for every adapted matrix, in double precision. */
function mergedFlat(
  { layout, config }: Model,
  adapters: ParamLayout,
  flat: Float32Array,
  trained: Float32Array,
): Float32Array {
  const merged = flat.slice();
  for (let i = 0; i < config.nLayers; i++) {
    adapted.forEach((name, k) => {
      const [a, b] = adapters.blocks.slice(8 * i + 2 * k);
      addProduct(merged, layout.blocks[1 + 6 * i + blockOf[name]]!, trained, a!, b!);
    });
  }
  return merged;
}

type Block = ParamLayout['blocks'][number];

function addProduct(
  target: Float32Array,
  at: Block,
  source: Float32Array,
  a: Block,
  b: Block,
): void {
  const [nOut, nIn] = at.shape as [number, number];
  const rank = a.shape[0]!;
  for (let row = 0; row < nOut; row++) {
    for (let col = 0; col < nIn; col++) {
      let sum = 0;
      for (let r = 0; r < rank; r++) {
        sum += source[b.offset + row * rank + r]! * source[a.offset + r * nIn + col]!;
      }
      target[at.offset + row * nIn + col]! += scale * sum;
    }
  }
}
