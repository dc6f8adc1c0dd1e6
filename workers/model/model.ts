import type { ModelSizes } from '../../src/core/families/family.ts';
import type { Network } from './families/family.ts';
import { families as shipped } from './families/index.ts';
import { laidOut } from './layout.ts';
import type { ParamLayout } from './layout.ts';
import { createWeights } from './weights.ts';
import type { ModelWeights } from './weights.ts';

/** A model without its weights: sizes, where each parameter lies, its forward pass. */
export interface Model extends Network {
  readonly config: ModelSizes;
  readonly layout: ParamLayout;
  /** Numbers that training keeps for each token of a batch. */
  readonly activationWords: number;
}

/** @throws Error when the sizes are of no family in the list. */
export function createModel(config: ModelSizes, families = shipped): Model {
  const family = families.find(({ spec }) => spec.modelType === config.modelType);
  if (!family) throw new Error(`createModel: no family is called "${config.modelType}"`);
  return {
    config,
    layout: laidOut(family.spec.blocks(config)),
    activationWords: family.spec.activationWords(config),
    ...family.createNetwork(config),
  };
}

/** Weights from one flat vector [P] in the order of the layout. */
export const weightsOf = ({ layout }: Model, flat: Float32Array): ModelWeights =>
  createWeights(layout, flat);

/** A copy of these weights, on the device. */
export function copyWeights(model: Model, from: ModelWeights): ModelWeights {
  const copy = weightsOf(model, new Float32Array(model.layout.flatLength));
  copy.arena.assign(from.arena.flat);
  return copy;
}
