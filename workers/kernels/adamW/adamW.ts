import * as tf from '@tensorflow/tfjs-core';
import type { Arena } from '../../memory/arena.ts';
import { runKernel, usesKernel } from '../implementation.ts';
import { adamWReference } from './reference.ts';

/** What a step changes, in place: parameters and their moments, all [P]. */
export interface AdamWState {
  readonly params: Arena;
  readonly mean: Arena;
  readonly square: Arena;
}

export interface AdamWStep {
  /** 1-based, for the bias correction. */
  readonly step: number;
  readonly learningRate: number;
  /** Decoupled decay of the parameters that `decays` marks. */
  readonly weightDecay: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** Gradients are scaled down together when their norm is above this. */
  readonly maxGradNorm: number;
  /** Factor of all gradients: one over the loss scale. */
  readonly gradScale: number;
}

/** All [P] but the norm. */
export interface AdamWInputs {
  readonly grads: tf.Tensor1D;
  /** 1 where weight decay applies (matrices), 0 elsewhere (gains of norms). */
  readonly decays: tf.Tensor1D;
  readonly norm: tf.Tensor1D; // [1], after gradScale
}

/**
 * One step of AdamW (Loshchilov & Hutter 2019, algorithm 2, with the schedule inside the learning
 * rate as PyTorch has it) behind clipping by the global norm (Pascanu et al. 2013, section 3.2), on
 * all parameters at once. Where the norm is not finite, nothing changes: a step that has blown up
 * leaves the last good weights.
 */
export function adamW(state: AdamWState, inputs: AdamWInputs, step: AdamWStep): void {
  tf.tidy(() => {
    if (!usesKernel('AdamW')) adamWReference(state, inputs, step);
    else {
      runKernel('AdamW', { ...flatOf(state), ...inputs }, step);
      state.params.changed();
    }
  });
}

const flatOf = ({ params, mean, square }: AdamWState): tf.NamedTensorMap => ({
  params: params.flat,
  mean: mean.flat,
  square: square.flat,
});
