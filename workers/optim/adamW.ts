import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../kernels/constant.ts';

const beta1 = 0.9;
const beta2 = 0.95;
const epsilon = 1e-8;

/** First and second moments of every parameter, both [P]. */
export interface Moments {
  readonly mean: tf.Tensor1D;
  readonly square: tf.Tensor1D;
}

export interface AdamWStep {
  /** 1-based, for the bias correction. */
  readonly step: number;
  readonly learningRate: number;
  /** Decoupled decay of each parameter, [P]: the setting on matrices, 0 on norms. */
  readonly decay: tf.Tensor1D;
}

/**
 * One AdamW step (Loshchilov & Hutter 2019, algorithm 2, with the schedule inside the learning
 * rate as PyTorch has it) on flat vectors [P]; β 0.9 and 0.95. Gives new tensors, changes none.
 */
export function adamW(
  params: tf.Tensor1D,
  moments: Moments,
  grads: tf.Tensor1D,
  { step, learningRate, decay }: AdamWStep,
): { params: tf.Tensor1D; moments: Moments } {
  const mean = movedTowards(moments.mean, grads, 1 - beta1);
  const square = movedTowards(moments.square, tf.square(grads), 1 - beta2);
  const rate = tf.scalar(learningRate);
  const stepSize = tf.scalar(learningRate / (1 - beta1 ** step));
  const correction = tf.scalar(1 / Math.sqrt(1 - beta2 ** step));
  const root = tf.add(tf.mul(tf.sqrt(square), correction), constant(epsilon));
  const decayed = tf.sub(params, tf.mul(params, tf.mul(decay, rate)));
  const next = tf.sub<tf.Tensor1D>(decayed, tf.mul(tf.div(mean, root), stepSize));
  return { params: next, moments: { mean, square } };
}

/** a + (b − a)·share. */
const movedTowards = (a: tf.Tensor1D, b: tf.Tensor1D, share: number): tf.Tensor1D =>
  tf.add(a, tf.mul(tf.sub(b, a), constant(share)));
