import * as tf from '@tensorflow/tfjs-core';
import { runKernel, usesKernel } from '../../../../workers/kernels/implementation.ts';
import { cubeReference } from './reference.ts';

/** x³. x: [N]; gives [N]. Gradient: 3·x²·dy. */
export function cube(x: tf.Tensor1D): tf.Tensor1D {
  if (!usesKernel('Cube')) return cubeReference(x);
  const op = tf.customGrad((...args) => {
    const [input, save] = args as unknown as [tf.Tensor1D, tf.GradSaveFunc];
    save([input]);
    const gradFunc = (dy: tf.Tensor, [saved]: tf.Tensor[]): tf.Tensor =>
      tf.mul(dy, tf.mul(tf.square(saved!), tf.scalar(3)));
    return { value: runKernel<tf.Tensor>('Cube', { x: input }), gradFunc };
  });
  return op(x) as tf.Tensor1D;
}
