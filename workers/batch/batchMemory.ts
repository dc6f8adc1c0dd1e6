import type * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../../src/core/batch/batch.ts';
import { pickRows } from '../kernels/pickRows/pickRows.ts';
import { createArena } from '../memory/arena.ts';
import type { Arena } from '../memory/arena.ts';
import type { Model } from '../model/model.ts';
import type { Attend, ModelInputs } from '../model/families/family.ts';
import { packedAttend } from '../model/packedAttend.ts';
import { batchWords, lossSize, sections } from './batchWords.ts';

/**
 * A batch as tensors. Most positions of a packed row are prompt and carry no loss: past the
 * last attention the model runs on the M loss positions only (M rounded up, so that few sizes occur).
 */
export interface DeviceBatch {
  readonly inputs: ModelInputs;
  /** Every position sees its own example, from its beginning to itself. */
  readonly attend: Attend;
  readonly targets: tf.Tensor1D; // int32 [M]
  readonly weights: tf.Tensor1D; // [M], lossScale / number of loss tokens; 0 at fillers
  readonly taskIds: tf.Tensor1D; // int32 [M], −1 at fillers
}

/** Room on the device for one batch at a time, used again for each. */
export interface BatchMemory {
  /** Uploads a batch in one write; its tensors show it until the next one comes. */
  upload(batch: Batch, model: Model, lossScale?: number): DeviceBatch;
  dispose(): void;
}

export function createBatchMemory(): BatchMemory {
  let room: { key: string; arena: Arena; views: Map<number, DeviceBatch> } | undefined;
  const free = (): void => room?.arena.dispose();
  return {
    upload(batch, model, lossScale = 1) {
      const { batchSize, seqLen } = batch;
      const { vocabSize } = model.config;
      const key = `${batchSize}×${seqLen}×${vocabSize}`;
      if (room?.key !== key) {
        free();
        const length = sections(batchSize * seqLen, vocabSize).end;
        room = { key, arena: createArena(new Float32Array(length)), views: new Map() };
      }
      room.arena.write(batchWords(batch, vocabSize, lossScale));
      const size = lossSize(batch);
      const views = room.views.get(size) ?? viewsOf(room.arena, batch, vocabSize, size);
      room.views.set(size, views);
      return views;
    },
    dispose: free,
  };
}

/** Views of a batch with room for M = `size` loss positions. */
function viewsOf(arena: Arena, batch: Batch, vocabSize: number, size: number): DeviceBatch {
  const { batchSize, seqLen } = batch;
  const nPositions = batchSize * seqLen;
  const at = sections(nPositions, vocabSize);
  const ints = <T extends tf.Tensor = tf.Tensor1D>(offset: number, ...shape: number[]): T =>
    arena.view(offset, shape, 'int32') as T;
  const picked = { rows: ints(at.rows, size), places: ints(at.places, nPositions) };
  return {
    inputs: {
      inputIds: ints(at.ids, nPositions),
      tokenIndex: { order: ints(at.order, nPositions), starts: ints(at.starts, vocabSize + 1) },
      seqLen,
      firstColumn: 0,
      starts: ints(at.spans, nPositions),
      pick: (states) => pickRows(states, picked),
    },
    attend: packedAttend(ints<tf.Tensor2D>(at.spans, 2, nPositions), seqLen),
    targets: ints(at.targets, size),
    weights: arena.view(at.weights, [size]) as tf.Tensor1D,
    taskIds: ints(at.taskIds, size),
  };
}
