import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../../src/core/batch/batch.ts';
import type { Model } from '../model/model.ts';
import { modelParams } from '../model/params.ts';
import { scoped } from '../kernels/scoped.ts';
import { createWeights } from '../model/weights.ts';
import { adamW } from '../optim/adamW.ts';
import { clipByGlobalNorm } from '../optim/clipByGlobalNorm.ts';
import { uploadBatch } from './deviceBatch.ts';
import { tokenLosses } from './tokenLosses.ts';
import type { TrainState } from './trainState.ts';

export interface StepOptions {
  readonly nTasks: number;
  readonly learningRate: number;
  readonly maxGradNorm: number;
  /** [P], from `decayVector`. */
  readonly decay: tf.Tensor1D;
}

export interface StepResult {
  readonly state: TrainState;
  /** Loss sum of each task, then the gradient norm: [K + 1], still on the device. */
  readonly stats: tf.Tensor1D;
  readonly tokensByTask: readonly number[];
  readonly nLossTokens: number;
}

/**
 * One training step: losses, gradients, clipping, AdamW. Reads nothing back, so on WebGPU it
 * returns before the device is done. The new state and `stats` are the caller's to dispose.
 */
export function trainStep(
  { config, table, rope }: Model,
  { step, weights, moments }: TrainState,
  batch: Batch,
  { nTasks, learningRate, maxGradNorm, decay }: StepOptions,
): StepResult {
  const next = scoped(() => {
    const device = uploadBatch(batch, nTasks, rope(batch.seqLen));
    // Each token's loss with weight 1 / number of loss tokens: the gradient of their mean.
    const { value: losses, grads } = tf.valueAndGrads((...tensors: tf.Tensor[]) =>
      tokenLosses(modelParams(config.nLayers, tensors), config, device),
    )([...weights.tensors], device.weights);
    const flat = tf.concat1d(grads.map((grad) => tf.reshape<tf.Rank.R1>(grad, [-1]))); // [P]
    const { clipped, norm } = clipByGlobalNorm(flat, maxGradNorm);
    const updated = adamW(weights.flat, moments, clipped, { step: step + 1, learningRate, decay });
    const lossSums = tf.reshape(tf.matMul(device.membership, tf.expandDims(losses, 1)), [nTasks]);
    tf.keep(updated.params);
    tf.keep(updated.moments.mean);
    tf.keep(updated.moments.square);
    const stats = tf.keep(tf.concat1d([lossSums as tf.Tensor1D, norm]));
    return { stats, updated, tokensByTask: device.tokensByTask, nLossTokens: device.nLossTokens };
  });
  const { stats, updated, tokensByTask, nLossTokens } = next;
  const state: TrainState = {
    step: step + 1,
    weights: createWeights(table, config.nLayers, updated.params),
    moments: updated.moments,
  };
  return { state, stats, tokensByTask, nLossTokens };
}
