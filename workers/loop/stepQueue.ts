import * as tf from '@tensorflow/tfjs-core';
import type { StepResult } from './step.ts';
import { disposeState } from './trainState.ts';
import type { TrainState } from './trainState.ts';

/** A step whose numbers are still on the device. */
export interface PendingStep extends StepResult {
  readonly before: TrainState;
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
  /**
   * Numbers of the steps that are over, oldest first; all of them when `isFlushing`. Ends after a
   * step that is not finite, which stays in the queue for `rollBack`.
   */
  settle(isFlushing: boolean): Promise<StepNumbers[]>;
  /** Gives up all steps from the oldest unread on; returns the last state known to be good. */
  rollBack(): TrainState | undefined;
}

export function createStepQueue(): StepQueue {
  const queue: PendingStep[] = [];
  return {
    push: (step) => void queue.push(step),
    async settle(isFlushing) {
      const allowed = !isFlushing && tf.getBackend() === 'webgpu' ? 1 : 0;
      const numbers: StepNumbers[] = [];
      while (queue.length > allowed) {
        const oldest = await read(queue[0]!);
        numbers.push(oldest);
        if (!isFiniteStep(oldest)) break;
        const { before, stats } = queue.shift()!;
        disposeState(before);
        stats.dispose();
      }
      return numbers;
    },
    rollBack() {
      const good = queue[0]?.before;
      for (const { state, stats } of queue.splice(0)) {
        disposeState(state);
        stats.dispose();
      }
      return good;
    },
  };
}

async function read(pending: PendingStep): Promise<StepNumbers> {
  const values = Array.from(await pending.stats.data());
  const { tokensByTask, nLossTokens, learningRate, state } = pending;
  return {
    step: state.step,
    lossSums: values.slice(0, -1),
    tokensByTask,
    nLossTokens,
    gradNorm: values.at(-1)!,
    learningRate,
  };
}

/** False when a loss or the gradient has blown up: the state after this step is worthless. */
export const isFiniteStep = ({ gradNorm, lossSums }: StepNumbers): boolean =>
  Number.isFinite(gradNorm) && lossSums.every(Number.isFinite);
