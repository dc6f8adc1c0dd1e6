import type * as tf from '@tensorflow/tfjs-core';
import { random, valueAndGrads } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { swiglu } from './swiglu.ts';
import { registerSwiGluWasm } from './wasm.ts';
import { registerSwigluWebgpu } from './webgpu.ts';

const check = (): tf.Tensor[] =>
  valueAndGrads((gateUp) => swiglu(gateUp as tf.Tensor2D), [random('x', [7, 14])]);

export const swigluOperation: Operation = {
  kernels: {
    SwiGlu: { inputs: 'gateUp [N, 2F]', gives: 'silu(gate)·up [N, F]' },
    SwiGluGrad: { inputs: 'gateUp, dy [N, F]', gives: 'dGateUp [N, 2F]' },
  },
  webgpu: registerSwigluWebgpu,
  wasm: registerSwiGluWasm,
  check,
};
