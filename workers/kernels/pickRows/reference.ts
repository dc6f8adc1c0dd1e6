import * as tf from '@tensorflow/tfjs-core';
import type { PickedRows } from './pickedRows.ts';

/** Both ways are look-ups: the gradient is row places[n] of dy with a row of zeros at its end. */
export function pickRowsReference(x: tf.Tensor2D, { rows, places }: PickedRows): tf.Tensor2D {
  const op = tf.customGrad((...args) => {
    const [input] = args as unknown as [tf.Tensor2D];
    const gradFunc = (dy: tf.Tensor): tf.Tensor =>
      tf.tidy(() => {
        const withZeros = tf.concat2d([dy as tf.Tensor2D, tf.zeros([1, dy.shape[1] ?? 1])], 0);
        return tf.gather(withZeros, places);
      });
    return { value: tf.gather(input, rows), gradFunc };
  });
  return op(x);
}
