import * as tf from '@tensorflow/tfjs-core';
import { statsLength, unpackStats } from '../batch/stepStats.ts';
import type { StepStats } from '../batch/stepStats.ts';
import type { TaskCounts } from '../batch/batchWords.ts';
import type { StepResult } from './step.ts';

/** A step whose numbers are still on the device. */
export interface PendingStep extends StepResult {
  readonly learningRate: number;
}

/** What a finished step says. */
export interface StepNumbers extends StepStats {
  readonly step: number;
  readonly tokensByTask: readonly number[];
  readonly countsByTask: readonly TaskCounts[];
  readonly nLossTokens: number;
  readonly learningRate: number;
}

/**
 * Steps in flight. On WebGPU a read waits for all work before it, so the numbers of several steps
 * are read together while the next ones run; elsewhere a step is over when it returns.
 */
export interface StepQueue {
  push(step: PendingStep): void;
  /** Numbers that have arrived, oldest first; all of them when `isFlushing`. */
  settle(isFlushing: boolean): Promise<StepNumbers[]>;
  /** Forgets what has not been read. */
  drop(): void;
}

/**
 * Work handed to the GPU ahead of what is known to be done: enough to keep it busy, little enough
 * that the page, which is drawn by the same GPU, and the hand on a fader do not wait.
 */
const backlogMs = 60;
const longestBacklog = 16;

export function createStepQueue(now: () => number = () => performance.now()): StepQueue {
  let pending: PendingStep[] = [];
  let reading: Reading | undefined;
  let msPerStep = backlogMs;
  let readAt = now();

  /** Steps between two reads: a power of two, so that few sizes of buffers ever occur. */
  const stride = (): number => {
    const wanted = Math.min(longestBacklog, backlogMs / msPerStep);
    return tf.getBackend() === 'webgpu' ? 2 ** Math.max(0, Math.floor(Math.log2(wanted))) : 1;
  };

  function startReading(count: number): void {
    reading = read(pending.slice(0, count));
    pending = pending.slice(count);
  }

  async function finishReading(): Promise<StepNumbers[]> {
    const numbers = (await reading?.numbers) ?? [];
    reading = undefined;
    msPerStep = (now() - readAt) / Math.max(1, numbers.length);
    readAt = now();
    return numbers;
  }

  return {
    push: (step) => void pending.push(step),
    async settle(isFlushing) {
      const arrived: StepNumbers[] = [];
      const isFull = (): boolean => pending.length >= (isFlushing ? 1 : stride());
      if (reading && (isFlushing || isFull())) arrived.push(...(await finishReading()));
      if (isFull()) startReading(isFlushing ? pending.length : stride());
      const waits = isFlushing || tf.getBackend() !== 'webgpu';
      if (waits) arrived.push(...(await finishReading()));
      return arrived;
    },
    drop: () => {
      tf.dispose(pending.map(({ stats }) => stats));
      pending = [];
      reading?.numbers.catch(() => undefined);
      reading = undefined;
    },
  };
}

interface Reading {
  readonly numbers: Promise<StepNumbers[]>;
}

/** One read for all these steps. */
function read(steps: readonly PendingStep[]): Reading {
  const all = tf.tidy(() => tf.concat1d(steps.map(({ stats }) => stats)));
  tf.dispose(steps.map(({ stats }) => stats));
  return { numbers: numbersOf(steps, all) };
}

async function numbersOf(steps: readonly PendingStep[], all: tf.Tensor1D): Promise<StepNumbers[]> {
  const values = await all.data();
  all.dispose();
  let from = 0;
  return steps.map(({ stats, layout, ...known }) => {
    void stats;
    const own = values.subarray(from, (from += statsLength(layout)));
    return { ...unpackStats(layout, own), ...known };
  });
}

/** False when a loss or the gradient has blown up: the step then changed nothing. */
export const isFiniteStep = ({ gradNorm, lossSums }: StepNumbers): boolean =>
  Number.isFinite(gradNorm) && lossSums.every(Number.isFinite);
