import type * as tf from '@tensorflow/tfjs-core';
import { random, valueAndGrads } from '../../../../workers/kernels/checkInputs.ts';
import type { Operation } from '../../../../workers/kernels/operation.ts';
import { cube } from './cube.ts';
import { registerCubeWasm } from './wasm.ts';
import { registerCubeWebgpu } from './webgpu.ts';

export const cubeOperation: Operation = {
  kernels: { Cube: { inputs: 'x [N]', gives: 'x³ [N]' } },
  webgpu: registerCubeWebgpu,
  wasm: registerCubeWasm,
  check: () => valueAndGrads((x) => cube(x as tf.Tensor1D), [random('x', [37])]),
};
