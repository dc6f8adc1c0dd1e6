import type * as tf from '@tensorflow/tfjs-core';

/** A tensor as plain numbers, which can be sent to a worker. */
export interface Numbers {
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}
export type NamedNumbers = Readonly<Record<string, Numbers>>;
export type Attrs = Readonly<Record<string, number | boolean>>;

/**
 * A public operation as its tests call it, whichever implementation it chooses. First with the
 * attributes and the inputs' numbers, for what is made of them once; then with the inputs as tensors
 * by name. Gives all outputs in one tensor.
 */
export type PublicCall = (
  attrs: Attrs,
  given: NamedNumbers,
) => (tensors: Record<string, tf.Tensor>) => tf.Tensor;
