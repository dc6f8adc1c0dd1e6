import * as tf from '@tensorflow/tfjs-core';
import { oneHot } from '../oneHot.ts';

/**
 * Rows of the table for token ids. table: [V, D], ids: int32 [N]; gives [N, D].
 * Gradient: each row of dy added into its token's row. On WebGPU as a one-hot product, because
 * WGSL has no float atomics and a compare-and-swap loop would add in a different order each time.
 */
export function embedding(table: tf.Tensor2D, ids: tf.Tensor1D): tf.Tensor2D {
  const nTokens = table.shape[0];
  const op = tf.customGrad((...args) => {
    const [weights] = args as unknown as [tf.Tensor2D];
    return {
      value: tf.gather(weights, ids),
      gradFunc: (dy: tf.Tensor) => tf.tidy(() => sumByToken(dy as tf.Tensor2D, ids, nTokens)),
    };
  });
  return op(table) as tf.Tensor2D;
}

/** dy: [N, D], ids: [N]; gives [V, D]. */
function sumByToken(dy: tf.Tensor2D, ids: tf.Tensor1D, nTokens: number): tf.Tensor2D {
  if (tf.getBackend() !== 'webgpu') return tf.unsortedSegmentSum(dy, ids, nTokens);
  return tf.matMul(oneHot(ids, nTokens), dy, true, false);
}
