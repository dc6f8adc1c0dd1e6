import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../../src/core/batch/batch.ts';
import { gatherRows } from '../kernels/gatherRows/gatherRows.ts';
import type { DecoderInputs } from '../model/transformer.ts';
import type { Rope } from '../model/ropeTables.ts';
import { packedMask } from './attentionMask.ts';

/**
 * A batch as tensors. Most positions of a packed row are prompt and carry no loss: past the
 * last attention the model runs on the M loss positions only (M rounded up, so that few sizes occur).
 */
export interface DeviceBatch {
  readonly inputs: DecoderInputs;
  readonly targets: tf.Tensor1D; // int32 [M]
  readonly weights: tf.Tensor1D; // [M], 1 / number of loss tokens; 0 at fillers
  readonly membership: tf.Tensor2D; // [K, M], 1 where position m belongs to task k
  /** Loss tokens of each task. */
  readonly tokensByTask: readonly number[];
  readonly nLossTokens: number;
}

/** Uploads a batch; all tensors are the caller's to dispose (call inside a tidy). */
export function uploadBatch(batch: Batch, nTasks: number, positions: Rope): DeviceBatch {
  const { batchSize, seqLen, inputIds, exampleIds } = batch;
  const loss = lossPositions(batch, nTasks);
  const mask = packedMask(exampleIds, batchSize, seqLen);
  const rows = tf.tensor1d(loss.rows, 'int32'); // [M], positions with loss, then fillers
  const places = tf.tensor1d(loss.places, 'int32'); // [B·T], index into rows, or M
  return {
    inputs: {
      inputIds: tf.tensor1d(inputIds, 'int32'),
      mask: tf.tensor4d(mask, [batchSize, 1, seqLen, seqLen]),
      seqLen,
      pick: (states) => gatherRows(states, rows, places),
      positions,
    },
    targets: tf.tensor1d(loss.targets, 'int32'),
    weights: tf.tensor1d(loss.weights),
    membership: tf.tensor2d(loss.membership, [nTasks, loss.rows.length]),
    tokensByTask: loss.tokensByTask,
    nLossTokens: loss.count,
  };
}

function lossPositions({ lossMask, targets, taskIds }: Batch, nTasks: number) {
  const count = lossMask.reduce((sum, carries) => sum + (carries > 0 ? 1 : 0), 0);
  const size = roundedSize(count, lossMask.length);
  const rows = new Int32Array(size);
  const places = new Int32Array(lossMask.length).fill(size);
  const picked = new Int32Array(size);
  const weights = new Float32Array(size);
  const membership = new Float32Array(nTasks * size);
  const tokensByTask = new Array<number>(nTasks).fill(0);
  let place = 0;
  for (let at = 0; at < lossMask.length; at++) {
    if (!(lossMask[at]! > 0)) continue;
    const task = taskIds[at]!;
    rows[place] = at;
    places[at] = place;
    picked[place] = targets[at]!;
    weights[place] = 1 / count;
    membership[task * size + place] = 1;
    tokensByTask[task]! += 1;
    place++;
  }
  return { rows, places, targets: picked, weights, membership, tokensByTask, count };
}

/** Up to the next sixteenth of all positions: WebGPU pools buffers by exact size. */
function roundedSize(count: number, nPositions: number): number {
  const grain = Math.max(1, Math.ceil(nPositions / 16));
  return Math.max(1, Math.ceil(count / grain)) * grain;
}
