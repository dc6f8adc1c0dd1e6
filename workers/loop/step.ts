import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../../src/core/batch/batch.ts';
import { adamW } from '../kernels/adamW/adamW.ts';
import { gradNorm } from '../kernels/gradNorm/gradNorm.ts';
import { taskSums } from '../kernels/taskSums/taskSums.ts';
import type { Model } from '../model/model.ts';
import { countLoss, lossTokensByTask } from '../batch/batchWords.ts';
import { computeGradients } from './gradients.ts';
import type { TrainState } from './trainState.ts';

const betas = { beta1: 0.9, beta2: 0.95, epsilon: 1e-8 };

export interface StepOptions {
  readonly nTasks: number;
  readonly learningRate: number;
  readonly weightDecay: number;
  readonly maxGradNorm: number;
  /** Factor of the loss before the gradients, taken out again after them: a power of two. */
  readonly lossScale?: number;
}

export interface StepResult {
  /** 1-based. */
  readonly step: number;
  /** Loss sum of each task, then the gradient norm: [K + 1], still on the device. */
  readonly stats: tf.Tensor1D;
  readonly tokensByTask: readonly number[];
  readonly nLossTokens: number;
}

/**
 * One training step: losses, gradients, clipping, AdamW. `state` changes in place, unless the
 * gradient is not finite. Reads nothing back, so on WebGPU it returns before the device is done.
 * `stats` are the caller's to dispose.
 */
export function trainStep(
  model: Model,
  state: TrainState,
  batch: Batch,
  { nTasks, lossScale = 1, ...options }: StepOptions,
): StepResult {
  const step = state.step + 1;
  const stats = tf.tidy(() => {
    const device = state.batchMemory.upload(batch, model, lossScale);
    const losses = computeGradients(model, state, device);
    const grads = state.trained
      ? tf.mul<tf.Tensor1D>(state.grads.flat, state.trained)
      : state.grads.flat;
    const gradScale = 1 / lossScale;
    const norm = gradNorm(grads, gradScale);
    const inputs = { grads, decays: state.decays, norm };
    adamW(state, inputs, { step, ...options, ...betas, gradScale });
    return tf.keep(taskSums(losses, device.taskIds, norm, nTasks));
  });
  state.step = step;
  const tokensByTask = lossTokensByTask(batch, nTasks);
  return { step, stats, tokensByTask, nLossTokens: countLoss(batch.lossMask) };
}
