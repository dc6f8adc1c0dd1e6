import * as tf from '@tensorflow/tfjs-core';
import { taskSums } from '../kernels/taskSums/taskSums.ts';
import type { DeviceBatch } from './batchMemory.ts';

/** What lies in the vector that brings the numbers of one pass over a batch in a single read. */
export interface StatsLayout {
  readonly nTasks: number; // K
  /** Names of what is measured beside losses and gradient. */
  readonly readings: readonly string[]; // [R]
}

/** The numbers of one pass, by name. */
export interface StepStats {
  /** Loss of each task, summed over its positions, nats: [K]. */
  readonly lossSums: readonly number[];
  /** 0 where there was no gradient. */
  readonly gradNorm: number;
  readonly readings: Readonly<Record<string, number>>;
}

/** What is measured on the device: the losses of the batch, and what came of their gradient. */
export interface Measured {
  readonly losses: tf.Tensor1D; // [M]
  readonly gradNorm?: tf.Tensor1D; // [1]
  readonly readings?: tf.Tensor1D | undefined; // [R]
}

export const statsLength = ({ nTasks, readings }: StatsLayout): number =>
  nTasks + 1 + readings.length;

/** All numbers of a pass in one vector: [K + 1 + R]. */
export function packStats(
  { losses, gradNorm, readings }: Measured,
  { taskIds }: Pick<DeviceBatch, 'taskIds'>,
  nTasks: number,
): tf.Tensor1D {
  const sums = taskSums(losses, taskIds, gradNorm ?? tf.zeros([1]), nTasks); // [K + 1]
  return readings ? tf.concat1d([sums, readings]) : sums;
}

/** The opposite of `packStats`, once the vector has been read. */
export function unpackStats(
  { nTasks, readings }: StatsLayout,
  values: ArrayLike<number>,
): StepStats {
  const all = Array.from(values);
  return {
    lossSums: all.slice(0, nTasks),
    gradNorm: all[nTasks]!,
    readings: Object.fromEntries(readings.map((name, r) => [name, all[nTasks + 1 + r]!])),
  };
}
