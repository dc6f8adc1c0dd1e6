import type * as tf from '@tensorflow/tfjs-core';
import { ints, random, valueAndGrads } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { pickRows } from './pickRows.ts';
import { registerPickRowsWasm } from './wasm.ts';
import { registerPickRowsWebgpu } from './webgpu.ts';

export const pickRowsOperation: Operation = {
  kernels: {
    PickRows: { inputs: 'x [N, D], rows [M]', gives: 'the rows that carry loss [M, D]' },
    PickRowsGrad: {
      inputs: 'dy [M, D], places [N]',
      gives: 'dy back in its places [N, D], zeros elsewhere',
    },
  },
  webgpu: registerPickRowsWebgpu,
  wasm: registerPickRowsWasm,
  check,
};

function check(): tf.Tensor[] {
  const picked = { rows: ints([1, 4]), places: ints([2, 0, 2, 2, 1]) };
  return valueAndGrads((x) => pickRows(x as tf.Tensor2D, picked), [random('x', [5, 3])]);
}
