import * as tf from '@tensorflow/tfjs-core';
import { layout, nRows, random, seqLen, valueAndGrads, width } from '../checkInputs.ts';
import type { Operation } from '../operation.ts';
import { packedAttention } from './packedAttention.ts';
import { registerPackedAttentionWasm } from './wasm.ts';
import { registerAttentionWebgpu } from './webgpu.ts';

/** Two examples a row: each query's first key, then each key's last query. */
const spans = [
  [0, 0, 0, 3, 3, 0, 1, 1, 1, 4],
  [2, 2, 2, 4, 4, 0, 3, 3, 3, 4],
];

function check(): tf.Tensor[] {
  const visible = tf.tensor2d(spans, [2, nRows], 'int32');
  return valueAndGrads(
    (qkv) => packedAttention(qkv as tf.Tensor2D, visible, layout, seqLen),
    [random('qkv', [nRows, width])],
  );
}

export const packedAttentionOperation: Operation = {
  kernels: {
    PackedAttention: { inputs: 'qkv, spans [2, N]', gives: 'out [N, H·Dh], log-sum-exp [N, H]' },
    PackedAttentionGrad: { inputs: 'qkv, spans, out, lse, dOut', gives: 'dQkv [N, W]' },
  },
  webgpu: registerAttentionWebgpu,
  wasm: registerPackedAttentionWasm,
  check,
};
