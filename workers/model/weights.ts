import type * as tf from '@tensorflow/tfjs-core';
import { createArena } from '../memory/arena.ts';
import type { Arena } from '../memory/arena.ts';
import { modelParams } from './params.ts';
import type { ModelParams, ParamLayout } from './params.ts';

/**
 * What training changes, twice in the same memory: as one flat vector, and as tensors. Either all
 * weights of a model (`createWeights`) or adapters on a frozen one (`createAdapters`).
 */
export interface Trainable {
  readonly layout: ParamLayout;
  readonly arena: Arena; // [P]
  /** Views in the order of the layout's blocks; a further one is tied to the first block. */
  readonly tensors: readonly tf.Tensor[];
  /** The model that these tensors make. */
  readonly paramsOf: (tensors: readonly tf.Tensor[]) => ModelParams;
  readonly params: ModelParams;
  dispose(): void;
}

/** All weights of a model. */
export type ModelWeights = Trainable;

/** Weights from one flat vector [P] in the order of the layout. */
export function createWeights(
  layout: ParamLayout,
  nLayers: number,
  flat: Float32Array,
): ModelWeights {
  const arena = createArena(flat);
  const blocks = blockViews(layout, arena);
  const { offset, shape } = layout.blocks[0]!;
  const tensors = [...blocks, arena.view(offset, shape)];
  const paramsOf = (list: readonly tf.Tensor[]): ModelParams => modelParams(nLayers, list);
  const dispose = (): void => arena.dispose();
  return { layout, arena, tensors, paramsOf, params: paramsOf(tensors), dispose };
}

/** One view for each block. */
export const blockViews = ({ blocks }: ParamLayout, arena: Arena): tf.Tensor[] =>
  blocks.map(({ offset, shape }) => arena.view(offset, shape));
