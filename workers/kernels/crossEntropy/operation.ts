import * as tf from '@tensorflow/tfjs-core';
import { ints, random, valueAndGrads } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { crossEntropy } from './crossEntropy.ts';
import { registerCrossEntropyWasm } from './wasm.ts';
import { registerCrossEntropyWebgpu } from './webgpu.ts';

export const crossEntropyOperation: Operation = {
  kernels: {
    CrossEntropy: { inputs: 'logits [M, V], targets [M]', gives: 'losses [M], log-sum-exp [M]' },
    CrossEntropyGrad: {
      inputs: 'logits, targets, lse, dy',
      gives: '(softmax − onehot)·dy; probabilities are never stored',
    },
  },
  webgpu: registerCrossEntropyWebgpu,
  wasm: registerCrossEntropyWasm,
  check,
};

function check(): tf.Tensor[] {
  const targets = ints([0, 5, 10]);
  const logits = tf.mul(random('logits', [3, 11]), tf.scalar(20));
  return valueAndGrads((x) => crossEntropy(x as tf.Tensor2D, targets), [logits]);
}
