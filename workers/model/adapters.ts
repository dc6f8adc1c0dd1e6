import * as tf from '@tensorflow/tfjs-core';
import type { BlockPlan } from '../../src/core/families/family.ts';
import { randomStream } from '../../src/core/random.ts';
import { frozenWeight } from '../kernels/halfLinear/frozenWeight.ts';
import { createArena } from '../memory/arena.ts';
import { allBlocks, laidOut } from './layout.ts';
import type { BlockSpec, ParamLayout } from './layout.ts';
import type { Model } from './model.ts';
import type { Params } from './params.ts';
import type { Adapter, Projection } from './project.ts';
import { viewsOf } from './weights.ts';
import type { ModelWeights, Trainable } from './weights.ts';

/** Hu et al. 2022, section 4.1: α/r with α = 2r, so that the rank does not change the step size. */
const scale = 2;

/** Low-rank adapters of a frozen model, and a way to make them part of it. */
export interface Adapters extends Trainable {
  /** The frozen weights with the adapters multiplied in: [P] in the layout of the model. */
  merged(): Promise<Float32Array>;
}

/**
 * Low-rank adapters (Hu et al. 2022, section 4.1) of rank r on every block that its family says
 * adapts. The frozen matrices are kept as packed halves; embeddings, gains and biases are those of
 * `base`, which must outlive the adapters. A is random (seeded), B zero: at first nothing changes.
 *
 * @param opensEmbeddings the embeddings are trained too, as a copy, for the rows of tokens that no product of low rank
 * can say
 */
export async function createAdapters(
  { layout: frozen }: Model,
  base: ModelWeights,
  rank: number,
  seed: number,
  opensEmbeddings = false,
): Promise<Adapters> {
  const adapted = frozen.blocks.filter(({ plan }) => plan.adapts);
  const opened = opensEmbeddings ? openedBlocks(frozen) : [];
  const layout = adapterLayout(adapted, rank, opened);
  const flat = await base.arena.read();
  const initial = initialAdapters(layout, seed);
  copyBlocks(opened, layout, (from, to) => initial.set(flat.subarray(...from), to[0]));
  const arena = createArena(initial);
  const tensors = viewsOf(allBlocks(layout), arena);
  const halves = packedMatrices(frozen, flat);
  const paramsOf = (list: readonly tf.Tensor[]): Params => {
    const adapters = adaptersByKey(adapted, list as readonly tf.Tensor2D[]);
    return withAdapters(base.params, halves, adapters, openedByKey(layout, list));
  };
  return {
    layout,
    arena,
    tensors,
    paramsOf,
    params: paramsOf(tensors),
    async merged() {
      const trained = await arena.read();
      const merged = mergedFlat(adapted, layout, flat, trained);
      copyBlocks(opened, layout, (from, to) => merged.set(trained.subarray(...to), from[0]));
      return merged;
    },
    dispose() {
      arena.dispose();
      tf.dispose([...halves.values()]);
    },
  };
}

/** The embeddings, and what is tied to them. */
function openedBlocks(frozen: ParamLayout): BlockSpec[] {
  const isOpened = ({ plan }: BlockSpec): boolean => plan.role === 'embedding';
  return [
    ...frozen.blocks.filter(isOpened),
    ...frozen.ties.filter(({ of }) => isOpened(frozen.blocks[of]!)),
  ];
}

type Span = readonly [start: number, end: number];

/** Calls back with where each opened block lies in the model, and where among the adapters. */
function copyBlocks(
  opened: readonly BlockSpec[],
  { blocks }: ParamLayout,
  copy: (inModel: Span, inAdapters: Span) => void,
): void {
  for (const { plan, shape, offset } of opened) {
    const own = blocks.find((block) => block.plan === plan);
    if (!own) continue;
    const size = shape.reduce((product, length) => product * length, 1);
    copy([offset, offset + size], [own.offset, own.offset + size]);
  }
}

/** Opened blocks under their keys; none of them is an adapter. */
const openedByKey = (
  layout: ParamLayout,
  tensors: readonly tf.Tensor[],
): ReadonlyMap<string, tf.Tensor2D> => {
  const all = allBlocks(layout).map(({ plan }, i) => [plan, tensors[i] as tf.Tensor2D] as const);
  const opened = all.filter(([{ role, tiedTo }]) => role === 'embedding' || tiedTo !== undefined);
  return new Map(opened.map(([{ key }, tensor]) => [key, tensor]));
};

/** A then B of each adapted matrix, then the opened blocks. */
function adapterLayout(
  adapted: readonly BlockSpec[],
  rank: number,
  opened: readonly BlockSpec[],
): ParamLayout {
  const plan = (key: string, shape: readonly number[]): BlockPlan => ({
    key,
    role: 'matrix',
    tensors: [{ name: key, shape }],
  });
  return laidOut([
    ...adapted.flatMap(({ plan: { key }, shape: [nOut, nIn] }) => [
      plan(`${key}.a`, [rank, nIn!]),
      plan(`${key}.b`, [nOut!, rank]),
    ]),
    ...opened.map((block) => block.plan),
  ]);
}

/** Uniform in ±√(3/In) for A, so that x·Aᵀ keeps the size of x; zeros for B. */
function initialAdapters({ blocks, flatLength }: ParamLayout, seed: number): Float32Array {
  const flat = new Float32Array(flatLength);
  blocks.forEach(({ plan, offset, shape: [rows, cols] }, i) => {
    if (i % 2 === 1 || plan.role === 'embedding') return;
    const stream = randomStream(seed, 'adapters', i);
    const bound = Math.sqrt(3 / cols!);
    for (let at = 0; at < rows! * cols!; at++) flat[offset + at] = bound * (2 * stream.next() - 1);
  });
  return flat;
}

/** Every matrix of the model as packed halves, by key. */
function packedMatrices(layout: ParamLayout, flat: Float32Array): Map<string, tf.Tensor2D> {
  const matrices = allBlocks(layout).filter(({ plan }) => plan.role === 'matrix');
  return new Map(
    matrices.map(({ plan, offset, shape }) => {
      const [nOut, nIn] = shape as [number, number];
      const half = frozenWeight(flat.subarray(offset, offset + nOut * nIn), [nOut, nIn]);
      return [plan.key, tf.keep(half)];
    }),
  );
}

const adaptersByKey = (
  adapted: readonly BlockSpec[],
  tensors: readonly tf.Tensor2D[],
): Map<string, Adapter> =>
  new Map(
    adapted.map(({ plan }, i) => [plan.key, { a: tensors[2 * i]!, b: tensors[2 * i + 1]!, scale }]),
  );

function withAdapters(
  base: Params,
  halves: ReadonlyMap<string, tf.Tensor2D>,
  adapters: ReadonlyMap<string, Adapter>,
  opened: ReadonlyMap<string, tf.Tensor2D>,
): Params {
  const matrix = (key: string): Projection => {
    const weight = opened.get(key);
    if (weight) return { weight };
    const half = halves.get(key);
    if (!half) throw new Error(`adapters: the model has no matrix "${key}"`);
    const adapter = adapters.get(key);
    return adapter ? { half, adapter } : { half };
  };
  const table = (key: string): tf.Tensor2D => opened.get(key) ?? base.table(key);
  return { table, vector: (key) => base.vector(key), matrix };
}

/** W + scale · B·A for every adapted matrix, in double precision. */
function mergedFlat(
  adapted: readonly BlockSpec[],
  { blocks }: ParamLayout,
  flat: Float32Array,
  trained: Float32Array,
): Float32Array {
  const merged = flat.slice();
  adapted.forEach((block, i) => {
    addProduct(merged, block, trained, blocks[2 * i]!, blocks[2 * i + 1]!);
  });
  return merged;
}

function addProduct(
  target: Float32Array,
  at: BlockSpec,
  source: Float32Array,
  a: BlockSpec,
  b: BlockSpec,
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
