import * as tf from '@tensorflow/tfjs-core';
import type { ParamSpec } from '../model/params.ts';
import { countParams } from '../model/params.ts';
import { createWeights } from '../model/weights.ts';
import type { ModelWeights } from '../model/weights.ts';
import type { Moments } from '../optim/adamW.ts';

/** Weights and moments after `step` steps. Never changed: each step makes the next one. */
export interface TrainState {
  readonly step: number;
  readonly weights: ModelWeights;
  readonly moments: Moments;
}

/** Step 0 from a copy of these weights. */
export function initialState(
  table: readonly ParamSpec[],
  nLayers: number,
  from: ModelWeights,
): TrainState {
  const zeros = (): tf.Tensor1D => tf.keep(tf.zeros([countParams(table)]));
  return {
    step: 0,
    weights: createWeights(table, nLayers, tf.clone(from.flat)),
    moments: { mean: zeros(), square: zeros() },
  };
}

export function disposeState({ weights, moments }: TrainState): void {
  weights.dispose();
  tf.dispose([moments.mean, moments.square]);
}

/** The weight-decay setting at every matrix element, 0 at gains of norms: [P], kept. */
export function decayVector(table: readonly ParamSpec[], weightDecay: number): tf.Tensor1D {
  const decay = new Float32Array(countParams(table));
  for (const { offset, size, decays } of table) {
    if (decays) decay.fill(weightDecay, offset, offset + size);
  }
  return tf.keep(tf.tensor1d(decay));
}
