import type * as tf from '@tensorflow/tfjs-core';
import { createArena } from '../memory/arena.ts';
import type { Arena } from '../memory/arena.ts';
import { modelParams } from './params.ts';
import type { ModelParams, ParamLayout } from './params.ts';

/** All parameters twice in the same memory: as one flat vector, and as the tensors of the model. */
export interface ModelWeights {
  readonly arena: Arena; // [P]
  /** Views in the order of the layout's blocks, then the tied head. */
  readonly tensors: readonly tf.Tensor[];
  readonly params: ModelParams;
  dispose(): void;
}

/** Weights from one flat vector [P] in the order of the layout. */
export function createWeights(
  layout: ParamLayout,
  nLayers: number,
  flat: Float32Array,
): ModelWeights {
  const arena = createArena(flat);
  const tensors = blockViews(layout, arena);
  return {
    arena,
    tensors,
    params: modelParams(nLayers, tensors),
    dispose: () => arena.dispose(),
  };
}

/** The blocks as views, the tied head behind them. */
export function blockViews({ blocks }: ParamLayout, arena: Arena): tf.Tensor[] {
  return [...blocks, blocks[0]!].map(({ offset, shape }) => arena.view(offset, shape));
}
