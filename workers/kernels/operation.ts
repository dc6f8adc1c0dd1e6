import type * as tf from '@tensorflow/tfjs-core';
import type { Heap } from '../wasm/heap.ts';
import type { Recorder } from '../webgpu/recorder.ts';

/** What a kernel reads and gives, in the words of the table in docs/kernels.md. */
export interface KernelNote {
  readonly inputs: string;
  readonly gives: string;
}

/**
 * All that the engine knows of one operation of ours. Its folder holds the rest: what it computes
 * and its gradient, its reference, its kernels, and its case for the tests.
 */
export interface Operation {
  /** Its kernels by the names that they have in TensorFlow.js. */
  readonly kernels: Readonly<Record<string, KernelNote>>;
  /** Registers the kernels for 'webgpu'. */
  readonly webgpu: (recorder: Recorder) => void;
  /** Registers the kernels for 'wasm'; their jobs stand in the folder's `.as.ts` file. */
  readonly wasm: (heap: Heap) => void;
  /**
   * The operation on small inputs that no tile divides: its results, and its gradients where it has
   * any. The self-test compares them with the reference's, so every call has the same inputs.
   */
  readonly check: () => tf.Tensor[];
}

/** Names of the kernels of some operations, in order. */
export const kernelNames = (operations: readonly Operation[]): string[] =>
  operations.flatMap(({ kernels }) => Object.keys(kernels));
