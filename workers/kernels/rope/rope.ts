import * as tf from '@tensorflow/tfjs-core';

/** Tables of one length; `rotation` turns x into rotate_half(x) by a product. */
export interface RopeTables {
  readonly cos: tf.Tensor2D; // [T, Dh]
  readonly sin: tf.Tensor2D; // [T, Dh]
  readonly rotation: tf.Tensor2D; // [Dh, Dh]
}

/**
 * Rotary position embedding (Su et al. 2021, eq. 34) in the half-split layout of Llama:
 * x · cos + rotate_half(x) · sin. x: [B, H, T, Dh]; same shape out.
 * Turning back by the same angle is the gradient: dy · cos − rotate_half(dy) · sin.
 */
export function rope(x: tf.Tensor4D, tables: RopeTables): tf.Tensor4D {
  const op = tf.customGrad((...args) => {
    const [input] = args as unknown as [tf.Tensor4D];
    return {
      value: tf.add(tf.mul(input, tables.cos), turned(input, tables)),
      gradFunc: (dy: tf.Tensor) =>
        tf.tidy(() => tf.sub(tf.mul(dy, tables.cos), turned(dy, tables))),
    };
  });
  return op(x) as tf.Tensor4D;
}

/** rotate_half(x) · sin = concat(−x₂, x₁) · sin, as one product with a signed permutation. */
function turned(x: tf.Tensor, { sin, rotation }: RopeTables): tf.Tensor {
  const flat = tf.reshape(x, [-1, rotation.shape[0]]);
  return tf.mul(tf.reshape(tf.matMul(flat as tf.Tensor2D, rotation), x.shape), sin);
}
