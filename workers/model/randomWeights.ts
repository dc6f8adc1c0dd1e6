import { randomStream } from '../../src/core/random.ts';
import type { Model } from './model.ts';
import { weightsOf } from './model.ts';
import type { ModelWeights } from './weights.ts';

/** Of the embedding, as in the pre-training recipe. */
const embeddingStd = 0.02;

/**
 * Weights of a model that has learnt nothing: normal with variance 1 / fan-in, smaller by the square
 * root of the number of writers for what writes to the residual stream (GPT-2, section 2.3); gains of
 * norms are 1. A function of the seed.
 */
export function randomWeights(model: Model, seed: number): ModelWeights {
  const { layout, config } = model;
  const flat = new Float32Array(layout.flatLength);
  const writers = 2 * config.nLayers;
  for (const { name, shape, offset, size } of layout.specs) {
    if (shape.length === 1) {
      flat.fill(1, offset, offset + size);
      continue;
    }
    const isWriter = /o_proj|down_proj/.test(name);
    const std = /embed/.test(name) ? embeddingStd : 1 / Math.sqrt(shape[1]!);
    const next = normals(seed, name);
    const scale = isWriter ? std / Math.sqrt(writers) : std;
    for (let i = 0; i < size; i++) flat[offset + i] = scale * next();
  }
  return weightsOf(model, flat);
}

/** Standard normal numbers (Box & Muller 1958). */
function normals(seed: number, name: string): () => number {
  const stream = randomStream(seed, 'weights', name);
  return () => Math.sqrt(-2 * Math.log(1 - stream.next())) * Math.cos(2 * Math.PI * stream.next());
}
