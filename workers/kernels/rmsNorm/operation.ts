import * as tf from '@tensorflow/tfjs-core';
import { random, valueAndGrads } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { rmsNorm, rmsNormWithSkip } from './rmsNorm.ts';
import { registerRmsNormWasm } from './wasm.ts';
import { registerRmsNormWebgpu } from './webgpu.ts';

export const rmsNormOperation: Operation = {
  kernels: {
    RmsNorm: {
      inputs: 'x [N, D], gain [D]; eps, keepsSkip',
      gives: 'y, and with `keepsSkip` x itself for the residual',
    },
    RmsNormGrad: { inputs: 'x, gain, dy, dSkip; `out` for the gain', gives: 'dx (+ dSkip), dGain' },
  },
  webgpu: registerRmsNormWebgpu,
  wasm: registerRmsNormWasm,
  check,
};

function check(): tf.Tensor[] {
  const inputs = [random('x', [7, 10]), random('gain', [10])];
  const plain = valueAndGrads(
    (x, gain) => rmsNorm(x as tf.Tensor2D, gain as tf.Tensor1D, 1e-5),
    inputs,
  );
  const branch = valueAndGrads((x, gain) => {
    const { normed, skip } = rmsNormWithSkip(x as tf.Tensor2D, gain as tf.Tensor1D, 1e-5);
    return tf.add(normed, tf.square(skip));
  }, inputs);
  return [...plain, ...branch];
}
