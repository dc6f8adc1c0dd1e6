import * as tf from '@tensorflow/tfjs-core';
import { oneHot } from '../oneHot.ts';

/**
 * Rows of the table as a one-hot product: its gradient needs no scatter, which tfjs-WASM lacks and
 * which tfjs-WebGPU does with atomics in any order. table: [V, D], ids: int32 [N]; gives [N, D].
 */
export const embeddingReference = (table: tf.Tensor2D, ids: tf.Tensor1D): tf.Tensor2D =>
  tf.matMul(oneHot(ids, table.shape[0]), table);
