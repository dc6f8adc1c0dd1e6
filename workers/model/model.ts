import type { ModelSizes } from '../../src/core/families/family.ts';
import type { Network } from './families/family.ts';
import { createNetwork } from './families/index.ts';
import { paramLayout } from './layout.ts';
import type { ParamLayout } from './layout.ts';
import { createWeights } from './weights.ts';
import type { ModelWeights } from './weights.ts';

/** A model without its weights: sizes, where each parameter lies, its forward pass. */
export interface Model extends Network {
  readonly config: ModelSizes;
  readonly layout: ParamLayout;
}

export const createModel = (config: ModelSizes): Model => ({
  config,
  layout: paramLayout(config),
  ...createNetwork(config),
});

/** Weights from one flat vector [P] in the order of the layout. */
export const weightsOf = ({ layout }: Model, flat: Float32Array): ModelWeights =>
  createWeights(layout, flat);

/** A copy of these weights, on the device. */
export function copyWeights(model: Model, from: ModelWeights): ModelWeights {
  const copy = weightsOf(model, new Float32Array(model.layout.flatLength));
  copy.arena.assign(from.arena.flat);
  return copy;
}
