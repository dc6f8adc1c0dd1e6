import * as tf from '@tensorflow/tfjs-core';
import type { ModelConfig } from '../../src/core/formats/modelConfig.ts';

/**
 * Cosines, then sines, of the angles position · theta^(−2i/Dh), i < Dh/2, for positions 0 …
 * length − 1: [length, Dh]. Computed on the CPU because WGSL's sine is only good to about 2⁻¹¹.
 * A kept tensor.
 */
export function createRopeTable({ headDim, ropeTheta }: ModelConfig, length: number): tf.Tensor2D {
  const half = headDim / 2;
  const table = new Float32Array(length * headDim);
  for (let t = 0; t < length; t++) {
    for (let i = 0; i < half; i++) {
      const angle = t * ropeTheta ** ((-2 * i) / headDim);
      table[t * headDim + i] = Math.cos(angle);
      table[t * headDim + half + i] = Math.sin(angle);
    }
  }
  return tf.keep(tf.tensor2d(table, [length, headDim]));
}
