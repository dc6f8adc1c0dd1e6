import * as tf from '@tensorflow/tfjs-core';
import type { BatchMemory } from '../batch/batchMemory.ts';
import { lossTokensByTask } from '../batch/batchWords.ts';
import { packStats, statsLength, unpackStats } from '../batch/stepStats.ts';
import { tokenLosses } from '../batch/tokenLosses.ts';
import type { Generator } from '../generation/generate.ts';
import type { LossBatch } from './evaluationSet.ts';

/** What the passes over the expected answers have found. */
export interface LossSums {
  /** Summed over the tokens of each task's answers, nats. [K] */
  readonly losses: number[];
  /** Tokens of each task's answers. [K] */
  readonly tokens: number[];
  /** Orders of the examples of each task that are answered as expected for sure. [K] */
  readonly sure: readonly Set<number>[];
}

export const createLossSums = (nTasks: number): LossSums => ({
  losses: new Array<number>(nTasks).fill(0),
  tokens: new Array<number>(nTasks).fill(0),
  sure: Array.from({ length: nTasks }, () => new Set<number>()),
});

/**
 * A token whose probability is well above one half is what greedy decoding writes, whatever rounding does on
 * the way there: −ln 0.6, in nats.
 */
const sureLoss = -Math.log(0.6);

/** Adds each task's loss and number of loss tokens in this batch, and which of its answers are sure. */
export async function addLosses(
  { model, params }: Generator,
  { batch, examples }: LossBatch,
  memory: BatchMemory,
  sums: LossSums,
): Promise<void> {
  const nTasks = sums.losses.length;
  const layout = { nTasks, readings: [] };
  const found = tf.tidy(() => {
    const device = memory.upload(batch, model);
    const losses = tokenLosses(params, model, device); // [M]
    return tf.concat1d([packStats({ losses }, device, nTasks), losses]);
  });
  const values = await found.data();
  found.dispose();
  const { lossSums } = unpackStats(layout, values.subarray(0, statsLength(layout)));
  const tokensByTask = lossTokensByTask(batch, nTasks);
  for (let k = 0; k < nTasks; k++) {
    sums.losses[k]! += lossSums[k]!;
    sums.tokens[k]! += tokensByTask[k]!;
  }
  noteSure(examples, values.subarray(statsLength(layout)), sums);
}

/** The losses lie in the order of the examples: [M], fillers at the end. */
function noteSure(
  examples: LossBatch['examples'],
  losses: ArrayLike<number>,
  { sure }: LossSums,
): void {
  let at = 0;
  for (const { taskIndex, order, answerLength } of examples) {
    let worst = 0;
    for (let i = 0; i < answerLength; i++) worst = Math.max(worst, losses[at + i]!);
    if (worst < sureLoss) sure[taskIndex]!.add(order);
    at += answerLength;
  }
}
