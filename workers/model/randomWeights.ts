import { randomStream } from '../../src/core/random.ts';
import { takesDecay } from './layout.ts';
import type { Model } from './model.ts';
import { weightsOf } from './model.ts';
import type { ModelWeights } from './weights.ts';

/** Of the embedding, as in the pre-training recipe. */
const embeddingStd = 0.02;

/**
 * Weights of a model that has learnt nothing: normal with variance 1 / fan-in, smaller by the square
 * root of the number of writers for what writes to the residual stream (GPT-2, section 2.3); gains are
 * 1, biases 0. A function of the seed.
 */
export function randomWeights(model: Model, seed: number): ModelWeights {
  const { blocks, specs, flatLength } = model.layout;
  const flat = new Float32Array(flatLength);
  const writers = blocks.filter(({ plan }) => plan.writesResidual).length;
  for (const { name, shape, offset, size, plan } of specs) {
    if (plan.role === 'gain') flat.fill(1, offset, offset + size);
    if (!takesDecay(plan)) continue;
    const std = plan.role === 'embedding' ? embeddingStd : 1 / Math.sqrt(shape[1]!);
    const next = normals(seed, name);
    const scale = plan.writesResidual ? std / Math.sqrt(writers) : std;
    for (let i = 0; i < size; i++) flat[offset + i] = scale * next();
  }
  return weightsOf(model, flat);
}

/** Standard normal numbers (Box & Muller 1958). */
function normals(seed: number, name: string): () => number {
  const stream = randomStream(seed, 'weights', name);
  return () => Math.sqrt(-2 * Math.log(1 - stream.next())) * Math.cos(2 * Math.PI * stream.next());
}
