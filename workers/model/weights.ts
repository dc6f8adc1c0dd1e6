import * as tf from '@tensorflow/tfjs-core';
import { modelParams } from './params.ts';
import type { ModelParams, ParamSpec } from './params.ts';

/**
 * All parameters twice: as one flat vector, which the optimizer steps at once, and cut into the
 * tensors that the model reads.
 */
export interface ModelWeights {
  readonly flat: tf.Tensor1D; // [P]
  readonly tensors: readonly tf.Tensor[];
  readonly params: ModelParams;
  dispose(): void;
}

/** Takes over `flat` [P]; the tensors are kept until `dispose`. */
export function createWeights(
  table: readonly ParamSpec[],
  nLayers: number,
  flat: tf.Tensor1D,
): ModelWeights {
  const tensors = table.map(({ offset, size, shape }) =>
    tf.keep(tf.tidy(() => tf.reshape(tf.slice1d(flat, offset, size), [...shape]))),
  );
  tf.keep(flat);
  return {
    flat,
    tensors,
    params: modelParams(nLayers, tensors),
    dispose: () => tf.dispose([flat, ...tensors]),
  };
}
