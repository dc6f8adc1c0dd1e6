import type * as tf from '@tensorflow/tfjs-core';
import { layout, nRows, random, seqLen, valueAndGrads, width } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { rope } from './rope.ts';
import { registerRopeWasm } from './wasm.ts';
import { registerRopeWebgpu } from './webgpu.ts';

export const ropeOperation: Operation = {
  kernels: {
    Rope: {
      inputs: 'qkv [N, W], table [P, Dh]; direction',
      gives: '[N, W], queries scaled by 1/√Dh',
    },
  },
  webgpu: registerRopeWebgpu,
  wasm: registerRopeWasm,
  check,
};

function check(): tf.Tensor[] {
  const table = random<tf.Rank.R2>('angles', [8, layout.headDim]);
  const turn = (qkv: tf.Tensor): tf.Tensor => rope(qkv as tf.Tensor2D, table, layout, seqLen, 2);
  return valueAndGrads(turn, [random('qkv', [nRows, width])]);
}
