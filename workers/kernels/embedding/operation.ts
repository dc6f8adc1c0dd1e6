import type * as tf from '@tensorflow/tfjs-core';
import { ints, random, valueAndGrads } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { embedding } from './embedding.ts';
import { registerEmbeddingWasm } from './wasm.ts';
import { registerEmbeddingWebgpu } from './webgpu.ts';

export const embeddingOperation: Operation = {
  kernels: {
    TokenEmbedding: { inputs: 'table [V, D], ids [N]', gives: '[N, D]' },
    TokenEmbeddingGrad: {
      inputs: 'dy [N, D], order [N], starts [V + 1]; `out`',
      gives: "[V, D]: each token's rows of dy, summed in order",
    },
  },
  webgpu: registerEmbeddingWebgpu,
  wasm: registerEmbeddingWasm,
  check,
};

function check(): tf.Tensor[] {
  const ids = ints([1, 0, 3, 1]);
  const index = { order: ints([1, 0, 3, 2]), starts: ints([0, 1, 3, 3, 4, 4]) };
  const table = random('table', [5, 6]);
  return valueAndGrads((rows) => embedding(rows as tf.Tensor2D, ids, index), [table]);
}
