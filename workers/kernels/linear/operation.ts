import type * as tf from '@tensorflow/tfjs-core';
import { random, valueAndGrads } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { linear } from './linear.ts';
import { registerLinearWasm } from './wasm.ts';
import { registerLinearWebgpu } from './webgpu.ts';

const sizes = [
  [70, 9, 13],
  [64, 64, 64],
  [1, 5, 3],
] as const;

const check = (): tf.Tensor[] =>
  sizes.flatMap(([n, inner, out]) =>
    valueAndGrads(
      (x, w, r) => linear(x as tf.Tensor2D, w as tf.Tensor2D, r as tf.Tensor2D),
      [random('x', [n, inner]), random('w', [out, inner]), random('r', [n, out])],
    ),
  );

export const linearOperation: Operation = {
  kernels: {
    Linear: {
      inputs: 'x [N, In], weight [Out, In], residual [N, Out]',
      gives: 'x·Wᵀ (+ residual)',
    },
    LinearGradInput: { inputs: 'dy, weight', gives: 'dy·W' },
    LinearGradWeight: { inputs: 'dy, x; `out`', gives: 'dyᵀ·x' },
  },
  webgpu: registerLinearWebgpu,
  wasm: registerLinearWasm,
  check,
};
