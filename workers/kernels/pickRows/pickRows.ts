import * as tf from '@tensorflow/tfjs-core';
import { runKernel, usesKernel } from '../implementation.ts';
import { pickRowsReference } from './reference.ts';

/** Which rows are picked, seen from both sides. */
export interface PickedRows {
  /** No row twice, except for fillers whose gradient is zero. */
  readonly rows: tf.Tensor1D; // int32 [M]
  /** Where row n went, or M if it was left out. */
  readonly places: tf.Tensor1D; // int32 [N]
}

/** Some rows of x. x: [N, D]; gives [M, D]. The gradient of a row that was left out is zero. */
export function pickRows(x: tf.Tensor2D, picked: PickedRows): tf.Tensor2D {
  if (!usesKernel('PickRows') || !usesKernel('PickRowsGrad')) return pickRowsReference(x, picked);
  const { rows, places } = picked;
  const op = tf.customGrad((...args) => {
    const [input] = args as unknown as [tf.Tensor2D];
    return {
      value: runKernel<tf.Tensor>('PickRows', { x: input, rows }),
      gradFunc: (dy: tf.Tensor) => runKernel<tf.Tensor>('PickRowsGrad', { dy, places }),
    };
  });
  return op(x) as tf.Tensor2D;
}
