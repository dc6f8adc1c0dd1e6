import * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';
import type { RopeTables } from '../kernels/rope/rope.ts';

/** Tables of the queries carry the scale 1/√Dh of attention, so that it costs nothing. */
export interface Rope {
  readonly queries: RopeTables;
  readonly keys: RopeTables;
}

/**
 * Angles position · theta^(−2i/Dh) for `length` positions from `start`, computed on the CPU
 * because WGSL's sine is only good to about 2⁻¹¹. Kept tensors: dispose with `disposeRope`.
 */
export function createRope(config: ModelConfig, length: number, start = 0): Rope {
  const { headDim, ropeTheta } = config;
  const half = headDim / 2;
  const angles = new Float64Array(length * headDim);
  for (let t = 0; t < length; t++) {
    for (let d = 0; d < headDim; d++) {
      angles[t * headDim + d] = (start + t) * ropeTheta ** ((-2 * (d % half)) / headDim);
    }
  }
  const rotation = tf.keep(tf.tensor2d(rotateHalfMatrix(headDim), [headDim, headDim]));
  const table = (f: (angle: number) => number, scale: number): tf.Tensor2D =>
    tf.keep(
      tf.tensor2d(
        Float32Array.from(angles, (a) => f(a) * scale),
        [length, headDim],
      ),
    );
  const tables = (scale: number): RopeTables => ({
    cos: table(Math.cos, scale),
    sin: table(Math.sin, scale),
    rotation,
  });
  return { queries: tables(1 / Math.sqrt(headDim)), keys: tables(1) };
}

/** R with x·R = rotate_half(x) = concat(−x₂, x₁). */
function rotateHalfMatrix(headDim: number): Float32Array {
  const half = headDim / 2;
  const matrix = new Float32Array(headDim * headDim);
  for (let d = 0; d < half; d++) {
    matrix[(d + half) * headDim + d] = -1;
    matrix[d * headDim + d + half] = 1;
  }
  return matrix;
}

export function disposeRope({ queries, keys }: Rope): void {
  tf.dispose([queries.cos, queries.sin, keys.cos, keys.sin, keys.rotation]);
}
