import * as tf from '@tensorflow/tfjs-core';
import { runKernel, usesKernel } from '../implementation.ts';
import type { PickedRows } from './pickedRows.ts';
import { pickRowsReference } from './reference.ts';

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
