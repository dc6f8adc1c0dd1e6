import * as tf from '@tensorflow/tfjs-core';
import { runKernel, usesKernel } from '../implementation.ts';
import { crossEntropyReference } from './reference.ts';

/**
 * Loss of each position, in nats: logsumexp(logits) − logits[target]. logits: [M, V],
 * targets: int32 [M]; gives [M]. No probabilities are stored: the gradient
 * (softmax(logits) − onehot) · dy computes them again from the saved log-sum-exp.
 */
export function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor1D): tf.Tensor1D {
  if (!usesKernel('CrossEntropy') || !usesKernel('CrossEntropyGrad')) {
    return crossEntropyReference(logits, targets);
  }
  const op = tf.customGrad((...args) => {
    const [scores, save] = args as unknown as [tf.Tensor2D, tf.GradSaveFunc];
    const inputs = { logits: scores, targets };
    const [losses, lse] = runKernel<[tf.Tensor, tf.Tensor]>('CrossEntropy', inputs);
    save([scores, lse]);
    return { value: losses, gradFunc };
  });
  return op(logits) as tf.Tensor1D;

  function gradFunc(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor {
    const [scores, lse] = saved as [tf.Tensor, tf.Tensor];
    return runKernel('CrossEntropyGrad', { logits: scores, targets, lse, dy });
  }
}
