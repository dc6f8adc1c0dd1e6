import * as tf from '@tensorflow/tfjs-core';

/** Largest difference between two tensors, relative to the largest value of the second. */
export function relativeDifference(got: tf.Tensor, wanted: tf.Tensor): number {
  return tf.tidy(() => {
    const scale = Math.max(1e-6, tf.max(tf.abs(wanted)).dataSync()[0]!);
    return tf.max(tf.abs(tf.sub(got, wanted))).dataSync()[0]! / scale;
  });
}

/**
 * The largest relative difference between two functions of the same tensors, over their value and
 * every gradient, all under the same random dy.
 */
export function compare(
  ours: (...inputs: tf.Tensor[]) => tf.Tensor,
  plain: (...inputs: tf.Tensor[]) => tf.Tensor,
  inputs: tf.Tensor[],
  dy: tf.Tensor,
): number {
  const got = tf.valueAndGrads(ours)(inputs, dy);
  const wanted = tf.valueAndGrads(plain)(inputs, dy);
  const differences = got.grads.map((grad, i) => relativeDifference(grad, wanted.grads[i]!));
  return Math.max(relativeDifference(got.value, wanted.value), ...differences);
}
