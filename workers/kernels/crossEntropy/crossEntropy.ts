import * as tf from '@tensorflow/tfjs-core';
import { oneHot } from '../oneHot.ts';

/**
 * Loss of each position, in nats: logsumexp(logits) − logits[target].
 * logits: [M, V], targets: int32 [M]; gives [M]. Gradient: (softmax(logits) − onehot) · dy.
 *
 * logsumexp is max − log(largest probability): that probability is at least 1/V, so the logarithm
 * is safe, and the softmax is needed for the gradient anyway.
 */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor1D): tf.Tensor1D {
  const op = tf.customGrad((...args) => {
    const [scores, save] = args as unknown as [tf.Tensor2D, tf.GradSaveFunc];
    const probs = tf.softmax(scores);
    const hits = oneHot(targets, scores.shape[1]); // [M, V]
    const logSumExp = tf.sub(tf.max(scores, 1), tf.log(tf.max(probs, 1)));
    save([probs, hits]);
    return { value: tf.sub(logSumExp, tf.sum(tf.mul(scores, hits), 1)), gradFunc };
  });
  return op(logits) as tf.Tensor1D;
}

function gradFunc(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor {
  const [probs, hits] = saved as [tf.Tensor2D, tf.Tensor2D];
  return tf.tidy(() => tf.mul(tf.sub(probs, hits), tf.expandDims(dy, 1)));
}
