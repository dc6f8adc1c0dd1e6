import * as tf from '@tensorflow/tfjs-core';
import type { Model } from '../model/model.ts';
import { modelParams } from '../model/params.ts';
import type { DeviceBatch } from './batchMemory.ts';
import { tokenLosses } from './tokenLosses.ts';
import type { TrainState } from './trainState.ts';

/**
 * Losses of the batch, and into `state.grads` the gradients of their weighted sum. Our kernels write
 * each gradient straight to its place; what a reference made is copied there. Gives losses [M].
 */
export function computeGradients(
  { config, layout }: Model,
  { weights, places, grads }: TrainState,
  batch: DeviceBatch,
): tf.Tensor1D {
  for (const place of places) place.isWritten = false;
  const { value, grads: made } = tf.valueAndGrads((...tensors: tf.Tensor[]) =>
    tokenLosses(modelParams(config.nLayers, tensors), config, batch),
  )([...weights.tensors], batch.weights);
  const isInPlace = made.every(({ dataId }, i) => dataId === placeOf(i).dataId);
  if (!isInPlace) grads.assign(gathered());
  return value as tf.Tensor1D;

  function placeOf(i: number): tf.Tensor {
    return (places[i] ?? places[0]!).view; // the tied head shares the embedding's
  }

  /** All gradients one behind the other, with the gaps of the layout: [P]. */
  function gathered(): tf.Tensor1D {
    const tied = made.at(-1)!;
    const own = made.slice(0, -1);
    if (tied.dataId !== own[0]!.dataId) own[0] = tf.add(own[0]!, tied);
    const ends = [...layout.blocks.slice(1).map(({ offset }) => offset), layout.flatLength];
    const padded = own.map((grad, i) => {
      const gap = ends[i]! - layout.blocks[i]!.offset - grad.size;
      const flat = tf.reshape<tf.Rank.R1>(grad, [-1]);
      return gap > 0 ? tf.pad1d(flat, [0, gap]) : flat;
    });
    return tf.concat1d(padded);
  }
}
