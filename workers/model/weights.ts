import type * as tf from '@tensorflow/tfjs-core';
import { createArena } from '../memory/arena.ts';
import type { Arena } from '../memory/arena.ts';
import { allBlocks } from './layout.ts';
import type { BlockSpec, ParamLayout } from './layout.ts';
import { paramsOf } from './params.ts';
import type { Params } from './params.ts';

/**
 * What training changes, twice in the same memory: as one flat vector, and as tensors. Either all
 * weights of a model (`createWeights`) or adapters on a frozen one (`createAdapters`).
 */
export interface Trainable {
  readonly layout: ParamLayout;
  readonly arena: Arena; // [P]
  /**
   * Views in the order of `allBlocks`. A tied block has the memory of another under a second name,
   * so that the tape keeps two gradients apart.
   */
  readonly tensors: readonly tf.Tensor[];
  /** The model that these tensors make. */
  readonly paramsOf: (tensors: readonly tf.Tensor[]) => Params;
  readonly params: Params;
  dispose(): void;
}

/** All weights of a model. */
export type ModelWeights = Trainable;

/** Weights from one flat vector [P] in the order of the layout. */
export const createWeights = (layout: ParamLayout, flat: Float32Array): ModelWeights =>
  weightsIn(layout, createArena(flat));

/** Weights that lie in this arena [P], in the order of the layout; it is freed with them. */
export function weightsIn(layout: ParamLayout, arena: Arena): ModelWeights {
  const tensors = viewsOf(allBlocks(layout), arena);
  const named = (list: readonly tf.Tensor[]): Params => paramsOf(layout, list);
  const dispose = (): void => arena.dispose();
  return { layout, arena, tensors, paramsOf: named, params: named(tensors), dispose };
}

/** One view for each block. */
export const viewsOf = (blocks: readonly BlockSpec[], arena: Arena): tf.Tensor[] =>
  blocks.map(({ offset, shape }) => arena.view(offset, shape));
