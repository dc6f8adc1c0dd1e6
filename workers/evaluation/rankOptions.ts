import * as tf from '@tensorflow/tfjs-core';
import { packBatches } from '../../src/core/batch/pack.ts';
import type { Generator } from '../generation/generate.ts';
import type { BatchMemory } from '../batch/batchMemory.ts';
import { packStats, unpackStats } from '../batch/stepStats.ts';
import { tokenLosses } from '../batch/tokenLosses.ts';
import type { Ranking } from './evaluationSet.ts';

const batchSize = 8;

/**
 * For each ranking: is the likeliest option a right answer? Options are compared by the *sum* of their
 * tokens' log-probabilities given the prompt, end-of-sequence included, without any normalisation (T0,
 * section 5; FLAN, section 2.2). Each candidate is laid into the batch as a task of its own, so that
 * one forward pass and one read give all sums.
 */
export async function rankOptions(
  generator: Generator,
  memory: BatchMemory,
  rankings: readonly Ranking[],
): Promise<boolean[]> {
  const examples = rankings
    .flatMap(({ candidates }) => candidates)
    .map((candidate, taskIndex) => ({ ...candidate, taskIndex }));
  const losses = await summedLosses(generator, memory, examples);
  let next = 0;
  return rankings.map(({ instance: { options = [], outputs } }) => {
    const own = losses.slice(next, (next += options.length));
    return outputs.includes(options[own.indexOf(Math.min(...own))]!);
  });
}

/** Loss of each example's answer, summed over its tokens, nats. */
async function summedLosses(
  { model, params }: Generator,
  memory: BatchMemory,
  examples: Parameters<typeof packBatches>[0],
): Promise<number[]> {
  const sums = new Array<number>(examples.length).fill(0);
  for (const batch of packBatches(examples, batchSize, model.config.maxSeqLen)) {
    const result = tf.tidy(() => {
      const device = memory.upload(batch, model);
      const losses = tokenLosses(params, model, device);
      return packStats({ losses }, device, examples.length);
    });
    const layout = { nTasks: examples.length, readings: [] };
    const { lossSums } = unpackStats(layout, await result.data());
    result.dispose();
    sums.forEach((sum, i) => (sums[i] = sum + lossSums[i]!));
  }
  return sums;
}
