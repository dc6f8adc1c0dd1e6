import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';

/**
 * silu(gate) · up (Shazeer 2020, eq. 6 without biases). Both: [N, F]; gives [N, F].
 * With s = sigmoid(gate): dup = dy·gate·s, dgate = dy·up·s·(1 + gate·(1 − s)).
 */
export function swiglu(gate: tf.Tensor2D, up: tf.Tensor2D): tf.Tensor2D {
  const op = tf.customGrad((...args) => {
    const [g, u, save] = args as unknown as [tf.Tensor2D, tf.Tensor2D, tf.GradSaveFunc];
    const sigmoid = tf.sigmoid(g);
    const silu = tf.mul(g, sigmoid);
    save([u, sigmoid, silu]);
    return { value: tf.mul(silu, u), gradFunc };
  });
  return op(gate, up) as tf.Tensor2D;
}

function gradFunc(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] {
  const [up, sigmoid, silu] = saved as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
  return tf.tidy(() => {
    // s·(1 + g·(1 − s)) = s + silu·(1 − s)
    const slope = tf.add(sigmoid, tf.mul(silu, tf.sub(constant(1), sigmoid)));
    return [tf.mul(tf.mul(dy, up), slope), tf.mul(dy, silu)];
  });
}
