import * as tf from '@tensorflow/tfjs-core';
import { constant } from '../constant.ts';

/**
 * Root-mean-square norm (Zhang & Sennrich 2019, eq. 4): x / rms(x) · gain over the last axis.
 * x: [N, D], gain: [D]; gives [N, D].
 *
 * With n = x / rms and g = dy · gain: dx = (g − n · mean(g · n)) / rms, dgain = Σ_rows dy · n.
 */
export function rmsNorm(x: tf.Tensor2D, gain: tf.Tensor1D, eps: number): tf.Tensor2D {
  const op = tf.customGrad((...args) => {
    const [input, weight, save] = args as unknown as [tf.Tensor2D, tf.Tensor1D, tf.GradSaveFunc];
    const rstd = tf.rsqrt(tf.add(meanOfRows(tf.square(input)), constant(eps))); // [N, 1]
    const normed = tf.mul(input, rstd); // [N, D]
    save([normed, rstd, weight]);
    return { value: tf.mul(normed, weight), gradFunc };
  });
  return op(x, gain) as tf.Tensor2D;
}

function gradFunc(dy: tf.Tensor, saved: tf.Tensor[]): tf.Tensor[] {
  const [normed, rstd, gain] = saved as [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D];
  return tf.tidy(() => {
    const dNormed = tf.mul(dy, gain);
    const along = meanOfRows(tf.mul(dNormed, normed)); // [N, 1]
    const dx = tf.mul(tf.sub(dNormed, tf.mul(normed, along)), rstd);
    // Transposed first: tfjs-WASM would do it itself, slowly, to sum over rows.
    return [dx, tf.sum(tf.transpose(tf.mul(dy, normed)), -1)];
  });
}

/** [N, D] to [N, 1]. */
const meanOfRows = (x: tf.Tensor): tf.Tensor =>
  tf.mul(tf.sum(x, -1, true), constant(1 / (x.shape.at(-1) ?? 1)));
