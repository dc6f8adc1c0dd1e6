import * as tf from '@tensorflow/tfjs-core';

const cache = new Map<number, tf.Scalar>();

/**
 * A number as a kept scalar tensor, one for each value for the life of the backend. A plain number
 * as an operand would be uploaded at every use, and on WebGPU each upload ends the compute pass.
 */
export function constant(value: number): tf.Scalar {
  let scalar = cache.get(value);
  if (!scalar || scalar.isDisposed) {
    scalar = tf.keep(tf.scalar(value, 'float32'));
    cache.set(value, scalar);
  }
  return scalar;
}

/** Frees all constants: before another backend starts. */
export function disposeConstants(): void {
  for (const scalar of cache.values()) scalar.dispose();
  cache.clear();
}
