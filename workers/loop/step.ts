import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../../src/core/batch/batch.ts';
import { adamW } from '../kernels/adamW/adamW.ts';
import { gradNorm } from '../kernels/gradNorm/gradNorm.ts';
import type { Model } from '../model/model.ts';
import { countLoss, countsByTask, lossTokensByTask } from '../batch/batchWords.ts';
import type { TaskCounts } from '../batch/batchWords.ts';
import { packStats } from '../batch/stepStats.ts';
import type { StatsLayout } from '../batch/stepStats.ts';
import { plainMethod } from './method.ts';
import { stepGradients } from './stepGradients.ts';
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
  /** The numbers of the step, still on the device. */
  readonly stats: tf.Tensor1D;
  readonly layout: StatsLayout;
  /** Those that carry loss. */
  readonly tokensByTask: readonly number[];
  readonly countsByTask: readonly TaskCounts[];
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
  method = plainMethod(model),
): StepResult {
  const step = state.step + 1;
  const stats = tf.tidy(() => {
    const device = state.batchMemory.upload(batch, model, lossScale);
    const { losses, readings } = stepGradients(method, state, batch, device);
    const grads = state.trained
      ? tf.mul<tf.Tensor1D>(state.grads.flat, state.trained)
      : state.grads.flat;
    const gradScale = 1 / lossScale;
    const norm = gradNorm(grads, gradScale);
    const inputs = { grads, decays: state.decays, norm };
    adamW(state, inputs, { step, ...options, ...betas, gradScale });
    const packed = packStats({ losses, gradNorm: norm, readings }, device, nTasks);
    readings?.dispose();
    return tf.keep(packed);
  });
  state.step = step;
  const tokensByTask = lossTokensByTask(batch, nTasks);
  const layout = { nTasks, readings: method.readings };
  return {
    step,
    stats,
    layout,
    tokensByTask,
    countsByTask: countsByTask(batch, nTasks),
    nLossTokens: countLoss(batch.lossMask),
  };
}
