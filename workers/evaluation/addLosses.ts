import * as tf from '@tensorflow/tfjs-core';
import type { BatchMemory } from '../batch/batchMemory.ts';
import { lossTokensByTask } from '../batch/batchWords.ts';
import { packStats, statsLength, unpackStats } from '../batch/stepStats.ts';
import type { Generator } from '../generation/generate.ts';
import { crossEntropy } from '../kernels/crossEntropy/crossEntropy.ts';
import { scoped } from '../kernels/scoped.ts';
import type { Heads } from '../model/families/family.ts';
import type { LossBatch } from './evaluationSet.ts';

/** What the passes over the expected answers have found. */
export interface LossSums {
  /** Summed over the tokens of each task's answers, nats. [K] */
  readonly losses: number[];
  /** Tokens of each task's answers. [K] */
  readonly tokens: number[];
}

export const createLossSums = (nTasks: number): LossSums => ({
  losses: new Array<number>(nTasks).fill(0),
  tokens: new Array<number>(nTasks).fill(0),
});

/** A batch as the model has read it; its tensors are the caller's. */
export interface ReadBatch {
  /** Token that is likeliest at each loss position: [M], fillers at the end. */
  readonly likeliest: ArrayLike<number>;
  readonly logits: tf.Tensor2D; // [M, V]
  /** Queries, keys and values of all positions, one for each attention. */
  readonly heads: readonly Heads[];
}

/** Adds each task's loss and number of loss tokens in this batch. */
export async function addLosses(
  { model, params }: Generator,
  { batch }: LossBatch,
  memory: BatchMemory,
  sums: LossSums,
): Promise<ReadBatch> {
  const nTasks = sums.losses.length;
  const layout = { nTasks, readings: [] };
  const heads: Heads[] = [];
  const { found, logits } = scoped(() => {
    const device = memory.upload(batch, model);
    const hidden = model.hidden(params, device.inputs, (one) => {
      heads.push({ ...one, packed: tf.keep(one.packed) });
      return device.attend(one);
    });
    const scores = tf.keep(model.logits(params, hidden)); // [M, V]
    const losses = crossEntropy(scores, device.targets); // [M]
    const best = tf.cast(tf.argMax<tf.Tensor1D>(scores, 1), 'float32');
    const stats = packStats({ losses }, device, nTasks);
    return { found: tf.keep(tf.concat1d([stats, best])), logits: scores };
  });
  const values = await found.data();
  found.dispose();
  const { lossSums } = unpackStats(layout, values.subarray(0, statsLength(layout)));
  const tokensByTask = lossTokensByTask(batch, nTasks);
  for (let k = 0; k < nTasks; k++) {
    sums.losses[k]! += lossSums[k]!;
    sums.tokens[k]! += tokensByTask[k]!;
  }
  return { likeliest: values.subarray(statsLength(layout)), logits, heads };
}

export const disposeRead = ({ logits, heads }: ReadBatch): void =>
  tf.dispose([logits, ...heads.map(({ packed }) => packed)]);
