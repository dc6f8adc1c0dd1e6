import * as tf from '@tensorflow/tfjs-core';
import type { AdamWState } from '../kernels/adamW/adamW.ts';
import { createArena } from '../memory/arena.ts';
import type { Arena } from '../memory/arena.ts';
import { attachGradient } from '../memory/gradientPlaces.ts';
import type { GradientPlace } from '../memory/gradientPlaces.ts';
import type { Model } from '../model/model.ts';
import { blockViews, createWeights } from '../model/weights.ts';
import type { ModelWeights } from '../model/weights.ts';
import { createBatchMemory } from './batchMemory.ts';
import type { BatchMemory } from './batchMemory.ts';

/** Everything that a step reads and changes, in memory that stays the same from step to step. */
export interface TrainState extends AdamWState {
  /** Steps taken. */
  step: number;
  readonly weights: ModelWeights;
  /** All gradients in the layout of the parameters: [P]. */
  readonly grads: Arena;
  /** One place for each block; the tied head shares the embedding's. */
  readonly places: readonly GradientPlace[];
  /** 1 at matrix elements, which take weight decay, 0 at gains of norms: [P]. */
  readonly decays: tf.Tensor1D;
  readonly batchMemory: BatchMemory;
}

/** Step 0 from a copy of these weights. */
export function initialState(model: Model, from: ModelWeights): TrainState {
  const { layout, config } = model;
  const zeros = (): Float32Array => new Float32Array(layout.flatLength);
  const weights = createWeights(layout, config.nLayers, zeros());
  weights.arena.assign(from.arena.flat);
  const grads = createArena(zeros());
  return {
    step: 0,
    weights,
    params: weights.arena,
    mean: createArena(zeros()),
    square: createArena(zeros()),
    grads,
    places: gradientPlaces(weights, blockViews(layout, grads)),
    decays: decayMarks(model),
    batchMemory: createBatchMemory(config.vocabSize),
  };
}

/** Sends the gradient of every parameter to its view. */
function gradientPlaces(weights: ModelWeights, views: readonly tf.Tensor[]): GradientPlace[] {
  const places = views.slice(0, -1).map((view): GradientPlace => ({ view, isWritten: false }));
  weights.tensors.forEach((param, i) => attachGradient(param, places[i] ?? places[0]!));
  return places;
}

function decayMarks({ layout }: Model): tf.Tensor1D {
  const marks = new Float32Array(layout.flatLength);
  for (const { offset, size, decays } of layout.specs) {
    if (decays) marks.fill(1, offset, offset + size);
  }
  return tf.keep(tf.tensor1d(marks));
}

export function disposeState(state: TrainState): void {
  const { weights, mean, square, grads, decays, batchMemory } = state;
  for (const owner of [weights, mean, square, grads, decays, batchMemory]) owner.dispose();
}
