import * as tf from '@tensorflow/tfjs-core';

/**
 * Runs work and frees every tensor that it made except those it passed to `tf.keep`. Unlike
 * `tf.tidy` it may give back any structure.
 */
export function scoped<T>(work: () => T): T {
  let result: { value: T } | undefined;
  tf.tidy(() => {
    result = { value: work() };
  });
  if (!result) throw new Error('scoped: tf.tidy did not run its work');
  return result.value;
}
