import * as tf from '@tensorflow/tfjs-core';

/** silu(gate) · up. gateUp: [N, 2F], the gates first; gives [N, F]. */
export function swigluReference(gateUp: tf.Tensor2D): tf.Tensor2D {
  const width = gateUp.shape[1] / 2;
  const gate = tf.slice2d(gateUp, [0, 0], [-1, width]);
  const up = tf.slice2d(gateUp, [0, width], [-1, width]);
  return tf.mul(tf.mul(gate, tf.sigmoid(gate)), up);
}
