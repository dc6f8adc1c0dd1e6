import { randomStream } from '../src/core/random.ts';
import type { LlamaConfig } from '../src/core/families/llama.ts';
import { takesDecay } from '../workers/model/layout.ts';
import type { ParamLayout } from '../workers/model/layout.ts';
import type { Shape } from './shapes.ts';

/** The same sizes in the words of the project's model. */
export function modelConfigOf({ seqLen, nHeads, dModel, ...shape }: Shape): LlamaConfig {
  return {
    modelType: 'llama',
    vocabSize: shape.vocabSize,
    dModel,
    dFf: shape.dFf,
    nLayers: shape.nLayers,
    nHeads,
    nKvHeads: nHeads,
    headDim: dModel / nHeads,
    maxSeqLen: seqLen,
    rmsNormEps: 1e-5,
    ropeTheta: 10_000,
    isTied: true,
  };
}

/** Weights that engines with the same architecture start from: normal, deviation 0.02; gains 1. */
export function initialWeights({ specs, flatLength }: ParamLayout, seed: number): Float32Array {
  const flat = new Float32Array(flatLength);
  for (const { name, offset, size, plan } of specs) {
    const random = randomStream(seed, name);
    for (let i = offset; i < offset + size; i++) {
      flat[i] = takesDecay(plan) ? 0.02 * normal(random.next(), random.next()) : 1;
    }
  }
  return flat;
}

/** Box-Muller. */
const normal = (u: number, v: number): number =>
  Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);
