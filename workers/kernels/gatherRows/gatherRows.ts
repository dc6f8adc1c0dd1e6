import * as tf from '@tensorflow/tfjs-core';

/**
 * Some rows of x. x: [N, D], rows: int32 [M], no row twice except for fillers whose gradient is
 * zero; placeOf: int32 [N], where row n went, or M if it was left out. Gives [M, D].
 * The gradient is a look-up as well: row placeOf[n] of dy with a row of zeros at its end.
 */
export function gatherRows(x: tf.Tensor2D, rows: tf.Tensor1D, placeOf: tf.Tensor1D): tf.Tensor2D {
  const op = tf.customGrad((...args) => {
    const [input] = args as unknown as [tf.Tensor2D];
    return {
      value: tf.gather(input, rows),
      gradFunc: (dy: tf.Tensor) =>
        tf.tidy(() =>
          tf.gather(
            tf.pad2d(dy as tf.Tensor2D, [
              [0, 1],
              [0, 0],
            ]),
            placeOf,
          ),
        ),
    };
  });
  return op(x) as tf.Tensor2D;
}
