import type * as tf from '@tensorflow/tfjs-core';
import type { Arena } from '../../memory/arena.ts';

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
