import type * as tf from '@tensorflow/tfjs-core';
import { random } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { gradNorm } from './gradNorm.ts';
import { registerGradNormWasm } from './wasm.ts';
import { registerGradNormWebgpu } from './webgpu.ts';

const check = (): tf.Tensor[] => [gradNorm(random<tf.Rank.R1>('grads', [777]), 0.5)];

export const gradNormOperation: Operation = {
  kernels: {
    GradNorm: { inputs: 'grads [P]', gives: '[1], in a fixed order of sums' },
  },
  webgpu: registerGradNormWebgpu,
  wasm: registerGradNormWasm,
  check,
};
