import * as tf from '@tensorflow/tfjs-core';
import type { DeviceBatch } from '../batch/batchMemory.ts';
import { tokenLosses } from '../batch/tokenLosses.ts';
import type { Network } from '../model/families/family.ts';
import type { TrainState } from './trainState.ts';

/**
 * Losses of the batch, and into `state.grads` the gradients of their weighted sum. Our kernels write
 * each gradient straight to its place; what a reference made is copied there. Gives losses [M].
 */
export function computeGradients(
  network: Network,
  { weights, places, grads }: TrainState,
  batch: DeviceBatch,
): tf.Tensor1D {
  for (const place of places) place.isWritten = false;
  const { value, grads: made } = tf.valueAndGrads((...tensors: tf.Tensor[]) =>
    tokenLosses(weights.paramsOf(tensors), network, batch),
  )([...weights.tensors], batch.weights);
  const isInPlace = made.every(({ dataId }, i) => dataId === places[i]!.view.dataId);
  if (!isInPlace) grads.assign(gathered(made));
  return value;

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
