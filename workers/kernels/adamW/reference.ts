import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';
import type { AdamWInputs, AdamWState, AdamWStep } from './adamWStep.ts';

/** The update by plain operations, copied over the old values when all are there. */
export function adamWReference(state: AdamWState, inputs: AdamWInputs, step: AdamWStep): void {
  const { grads, decays, norm } = inputs;
  const { beta1, beta2, epsilon, learningRate, weightDecay, maxGradNorm, gradScale } = step;
  const [params, mean, square] = [state.params.flat, state.mean.flat, state.square.flat];
  const room = tf.div(constant(maxGradNorm), tf.add(norm, constant(1e-6)));
  const clip = tf.mul(tf.minimum(constant(1), room), constant(gradScale)); // [1]
  const clipped = tf.mul(grads, clip);
  const nextMean = movedTowards(mean, clipped, 1 - beta1);
  const nextSquare = movedTowards(square, tf.square(clipped), 1 - beta2);
  const correction = tf.scalar(1 / Math.sqrt(1 - beta2 ** step.step));
  const root = tf.add(tf.mul(tf.sqrt(nextSquare), correction), constant(epsilon));
  const decayed = tf.sub(
    params,
    tf.mul(params, tf.mul(decays, tf.scalar(learningRate * weightDecay))),
  );
  const stepSize = tf.scalar(learningRate / (1 - beta1 ** step.step));
  const nextParams = tf.sub(decayed, tf.mul(tf.div(nextMean, root), stepSize));
  const isFinite = tf.lessEqual(norm, constant(3e38)); // [1]; false for NaN
  state.params.assign(tf.where(isFinite, nextParams, params));
  state.mean.assign(tf.where(isFinite, nextMean, mean));
  state.square.assign(tf.where(isFinite, nextSquare, square));
}

/** a + (b − a)·share. */
const movedTowards = (a: tf.Tensor, b: tf.Tensor, share: number): tf.Tensor =>
  tf.add(a, tf.mul(tf.sub(b, a), constant(share)));
