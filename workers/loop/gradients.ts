import * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import type { DeviceBatch } from '../batch/batchMemory.ts';
import { tokenLosses } from '../batch/tokenLosses.ts';
import type { TrainState } from './trainState.ts';

/**
 * Losses of the batch, and into `state.grads` the gradients of their weighted sum. Our kernels write
 * each gradient straight to its place; what a reference made is copied there. Gives losses [M].
 */
export function computeGradients(
  config: ModelConfig,
  { weights, places, grads }: TrainState,
  batch: DeviceBatch,
): tf.Tensor1D {
  for (const place of places) place.isWritten = false;
  const { value, grads: made } = tf.valueAndGrads((...tensors: tf.Tensor[]) =>
    tokenLosses(weights.paramsOf(tensors), config, batch),
  )([...weights.tensors], batch.weights);
  const isInPlace = made.every(({ dataId }, i) => dataId === (places[i] ?? places[0]!).view.dataId);
  if (!isInPlace) grads.assign(gathered(made));
  return value;

  /** All gradients one behind the other, with the gaps of the layout: [P]. */
  function gathered(all: readonly tf.Tensor[]): tf.Tensor1D {
    const { blocks, flatLength } = weights.layout;
    const own = all.slice(0, blocks.length);
    for (const tied of all.slice(blocks.length)) {
      if (tied.dataId !== own[0]!.dataId) own[0] = tf.add(own[0]!, tied);
    }
    const ends = [...blocks.slice(1).map(({ offset }) => offset), flatLength];
    const padded = own.map((grad, i) => {
      const gap = ends[i]! - blocks[i]!.offset - grad.size;
      const flat = tf.reshape<tf.Rank.R1>(grad, [-1]);
      return gap > 0 ? tf.pad1d(flat, [0, gap]) : flat;
    });
    return tf.concat1d(padded);
  }
}
