import * as tf from '@tensorflow/tfjs-core';
import { gradientOut } from '../../memory/gradientPlaces.ts';
import { runKernel, usesKernel } from '../implementation.ts';
import { embeddingReference } from './reference.ts';

/** Positions by token, so that each token's gradient is summed in a fixed order. */
export interface TokenIndex {
  /** Positions sorted by token, stable: token v's are order[starts[v]] … order[starts[v + 1] − 1]. */
  readonly order: tf.Tensor1D; // int32 [N]
  readonly starts: tf.Tensor1D; // int32 [V + 1]
}

/**
 * Rows of the table for token ids. table: [V, D], ids: int32 [N]; gives [N, D].
 * Gradient: each row of dy added into its token's row, in the order of positions.
 * @throws when the gradient is asked for and there is no index.
 */
export function embedding(table: tf.Tensor2D, ids: tf.Tensor1D, index?: TokenIndex): tf.Tensor2D {
  if (!usesKernel('TokenEmbedding') || !usesKernel('TokenEmbeddingGrad')) {
    return embeddingReference(table, ids);
  }
  const op = tf.customGrad((...args) => {
    const [weights] = args as unknown as [tf.Tensor2D];
    return { value: runKernel<tf.Tensor2D>('TokenEmbedding', { table: weights, ids }), gradFunc };
  });
  return op(table);

  function gradFunc(dy: tf.Tensor): tf.Tensor {
    if (!index) throw new Error('embedding: its gradient needs the index of positions by token');
    return runKernel('TokenEmbeddingGrad', { dy, ...index }, gradientOut(table));
  }
}
