import * as tf from '@tensorflow/tfjs-core';
import type { StepResult } from './step.ts';

/** A step whose numbers are still on the device. */
export interface PendingStep extends StepResult {
  readonly learningRate: number;
}

/** What a finished step says. */
export interface StepNumbers {
  readonly step: number;
  readonly lossSums: readonly number[];
  readonly tokensByTask: readonly number[];
  readonly nLossTokens: number;
  readonly gradNorm: number;
  readonly learningRate: number;
}

/**
 * Steps in flight. On WebGPU one step may run while the numbers of the one before are read;
 * elsewhere a step is over when it returns.
 */
export interface StepQueue {
  push(step: PendingStep): void;
  /** Numbers of the steps that are over, oldest first; all of them when `isFlushing`. */
  settle(isFlushing: boolean): Promise<StepNumbers[]>;
  /** Forgets what has not been read. */
  drop(): void;
}

export function createStepQueue(): StepQueue {
  const queue: PendingStep[] = [];
  return {
    push: (step) => void queue.push(step),
    async settle(isFlushing) {
      const allowed = !isFlushing && tf.getBackend() === 'webgpu' ? 1 : 0;
      const numbers: StepNumbers[] = [];
      while (queue.length > allowed) numbers.push(await read(queue.shift()!));
      return numbers;
    },
    drop: () => {
      for (const { stats } of queue.splice(0)) stats.dispose();
    },
  };
}

async function read(pending: PendingStep): Promise<StepNumbers> {
  const { stats, step, tokensByTask, nLossTokens, learningRate } = pending;
  const values = Array.from(await stats.data());
  stats.dispose();
  const gradNorm = values.at(-1)!;
  return { step, lossSums: values.slice(0, -1), tokensByTask, nLossTokens, gradNorm, learningRate };
}

/** False when a loss or the gradient has blown up: the step then changed nothing. */
export const isFiniteStep = ({ gradNorm, lossSums }: StepNumbers): boolean =>
  Number.isFinite(gradNorm) && lossSums.every(Number.isFinite);
