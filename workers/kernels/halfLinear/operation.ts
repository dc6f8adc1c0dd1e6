import type * as tf from '@tensorflow/tfjs-core';
import { random, randomWords, valueAndGrads } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { frozenWeight } from './frozenWeight.ts';
import { halfLinear } from './halfLinear.ts';
import { registerHalfLinearWasm } from './wasm.ts';
import { registerHalfLinearWebgpu } from './webgpu.ts';

export const halfLinearOperation: Operation = {
  kernels: {
    HalfLinear: {
      inputs: 'x [N, In], weight of packed halves, int32 [Out, In/2], residual [N, Out]',
      gives: 'x·Wᵀ (+ residual)',
    },
    HalfLinearGradInput: { inputs: 'dy, weight', gives: 'dy·W; such a weight has no gradient' },
  },
  webgpu: registerHalfLinearWebgpu,
  wasm: registerHalfLinearWasm,
  check,
};

function check(): tf.Tensor[] {
  const weight = frozenWeight(randomWords('w', 30), [5, 6]);
  return valueAndGrads((x) => halfLinear(x as tf.Tensor2D, weight), [random('x', [9, 6])]);
}
