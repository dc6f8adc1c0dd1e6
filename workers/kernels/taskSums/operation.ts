import * as tf from '@tensorflow/tfjs-core';
import { ints, random } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { taskSums } from './taskSums.ts';
import { registerTaskSumsWasm } from './wasm.ts';
import { registerTaskSumsWebgpu } from './webgpu.ts';

const check = (): tf.Tensor[] => [
  taskSums(random<tf.Rank.R1>('losses', [6]), ints([1, 0, -1, 1, 2, 1]), tf.ones([1]), 4),
];

export const taskSumsOperation: Operation = {
  kernels: {
    TaskSums: {
      inputs: 'losses [M], task ids [M], norm [1]',
      gives: "each task's loss sum, then the norm: one read for a step",
    },
  },
  webgpu: registerTaskSumsWebgpu,
  wasm: registerTaskSumsWasm,
  check,
};
