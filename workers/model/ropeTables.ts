import * as tf from '@tensorflow/tfjs-core';

/** Sizes of rotary position embedding (Su et al. 2021). */
export interface RopeSizes {
  readonly headDim: number; // Dh
  readonly ropeTheta: number;
}

/** The angles of a model's positions on the device. */
export interface RopeTables {
  /** Of positions 0 … P − 1 for some P ≥ `length`: [P, Dh]. */
  upTo(length: number): tf.Tensor2D;
  dispose(): void;
}

const leastLength = 64;

/** Tables of doubling lengths, each made when it is first needed and kept: a tape may hold on to it. */
export function createRopeTables(sizes: RopeSizes): RopeTables {
  const tables = new Map<number, tf.Tensor2D>();
  return {
    upTo(length) {
      const rounded = Math.max(leastLength, 2 ** Math.ceil(Math.log2(length)));
      const table = tables.get(rounded) ?? createRopeTable(sizes, rounded);
      tables.set(rounded, table);
      return table;
    },
    dispose() {
      for (const table of tables.values()) table.dispose();
      tables.clear();
    },
  };
}

/**
 * Cosines, then sines, of the angles position · theta^(−2i/Dh), i < Dh/2, for positions 0 …
 * length − 1: [length, Dh]. Computed on the CPU because WGSL's sine is only good to about 2⁻¹¹.
 * A kept tensor.
 */
function createRopeTable({ headDim, ropeTheta }: RopeSizes, length: number): tf.Tensor2D {
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
