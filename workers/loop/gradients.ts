import * as tf from '@tensorflow/tfjs-core';
import type { DeviceBatch } from '../batch/batchMemory.ts';
import type { LossOf } from '../objectives/objective.ts';
import type { TrainState } from './trainState.ts';

/** What a pass leaves beside the gradients. */
export interface Pass {
  readonly losses: tf.Tensor1D; // [M]
  /** Means over the batch's loss positions of what the objective measures, the share of this pass. Kept. */
  readonly readings?: tf.Tensor1D; // [R]
}

/**
 * Losses of the batch, and into `state.grads` the gradients of their weighted sum. Our kernels write
 * each gradient straight to its place; what a reference made is copied there.
 */
export function computeGradients(
  lossOf: LossOf,
  { weights, places, grads }: TrainState,
  batch: DeviceBatch,
  lossWeights: tf.Tensor1D = batch.weights,
): Pass {
  for (const place of places) place.isWritten = false;
  let readings: tf.Tensor1D | undefined;
  const { value, grads: made } = tf.valueAndGrads((...tensors: tf.Tensor[]) => {
    const measured = lossOf(weights.paramsOf(tensors), batch);
    if (measured.readings) readings = tf.keep(shareOfMeans(measured.readings, lossWeights, batch));
    return measured.losses;
  })([...weights.tensors], lossWeights);
  const isInPlace = made.every(({ dataId }, i) => dataId === places[i]!.view.dataId);
  if (!isInPlace) grads.assign(gathered(made));
  return { losses: value, ...(readings && { readings }) };

  /** All gradients one behind the other, with the gaps of the layout: [P]. */
  function gathered(all: readonly tf.Tensor[]): tf.Tensor1D {
    const { blocks, ties, flatLength } = weights.layout;
    const own = all.slice(0, blocks.length);
    ties.forEach(({ of }, i) => {
      const tied = all[blocks.length + i]!;
      if (tied.dataId !== own[of]!.dataId) own[of] = tf.add(own[of]!, tied);
    });
    const ends = [...blocks.slice(1).map(({ offset }) => offset), flatLength];
    const padded = own.map((grad, i) => {
      const gap = ends[i]! - blocks[i]!.offset - grad.size;
      const flat = tf.reshape<tf.Rank.R1>(grad, [-1]);
      return gap > 0 ? tf.pad1d(flat, [0, gap]) : flat;
    });
    return tf.concat1d(padded);
  }
}

/** What these positions add to the mean of each column. values: [M, R]; gives [R]. */
const shareOfMeans = (
  values: tf.Tensor2D,
  weights: tf.Tensor1D,
  { weights: all }: DeviceBatch,
): tf.Tensor1D =>
  tf.div(tf.sum<tf.Tensor1D>(tf.mul(values, tf.expandDims(weights, 1)), 0), tf.sum(all));
