import type { ModelSizes } from '../../../src/core/families/family.ts';
import type { ModelFamily, Network } from './family.ts';
import { llama } from './llama.ts';

/** Every family that can be run, one line each; its names and sizes are in `src/core/families`. */
export const families: readonly ModelFamily[] = [llama];

/** The forward pass of a model of these sizes. */
export function createNetwork(config: ModelSizes): Network {
  const family = families.find(({ spec }) => spec.modelType === config.modelType);
  if (family) return family.createNetwork(config);
  throw new Error(`families: nothing runs a model of type "${config.modelType}"`);
}
