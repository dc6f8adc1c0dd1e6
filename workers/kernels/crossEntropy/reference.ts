import * as tf from '@tensorflow/tfjs-core';
import { oneHot } from '../oneHot.ts';

/** −log softmax(logits)[target]. logits: [M, V], targets: int32 [M]; gives [M]. */
export function crossEntropyReference(logits: tf.Tensor2D, targets: tf.Tensor1D): tf.Tensor1D {
  const hits = oneHot(targets, logits.shape[1]); // [M, V]
  return tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), hits), 1));
}
