import * as tf from '@tensorflow/tfjs-core';

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
    const oneHot = tf.oneHot(targets, scores.shape[1], 1, 0, 'float32'); // [M, V]
    const logSumExp = tf.sub(tf.max(scores, 1), tf.log(tf.max(probs, 1)));
    save([probs, oneHot]);
    return { value: tf.sub(logSumExp, tf.sum(tf.mul(scores, oneHot), 1)), gradFunc };
  });
  return op(logits) as tf.Tensor1D;
}

function gradFunc(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor {
  const [probs, oneHot] = saved as [tf.Tensor2D, tf.Tensor2D];
  return tf.tidy(() => tf.mul(tf.sub(probs, oneHot), tf.expandDims(dy, 1)));
}
