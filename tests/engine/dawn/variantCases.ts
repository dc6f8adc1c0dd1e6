import * as tf from '@tensorflow/tfjs-core';
import { randomTensor } from '../randomTensor.ts';

interface VariantCase {
  readonly name: string;
  readonly run: () => tf.Tensor[];
}

const heads = { nHeads: 4, nKvHeads: 2, headDim: 6 };

/** Kernels that differ between variants, on odd shapes and on such that tiles and vectors fit. */
export const variantCases: VariantCase[] = [
  ...[
    [1, 1, 1],
    [37, 70, 130],
    [64, 96, 128],
    [20, 36, 600],
  ].map(([rows, outs, ins]) => products(rows!, outs!, ins!)),
  ...[
    [1, 3],
    [37, 130],
  ].map(([rows, width]) => rowReductions(rows!, width!)),
  attention(1, 1),
  attention(2, 70),
  attention(1, 133),
];

/** Linear with a residual, both gradients, the weight's added to what is there. */
function products(rows: number, outs: number, ins: number): VariantCase {
  return {
    name: `products of ${rows} × ${ins} with ${outs} × ${ins}`,
    run: () => {
      const x = randomTensor('x', [rows, ins]);
      const weight = randomTensor('weight', [outs, ins]);
      const dy = randomTensor('dy', [rows, outs]);
      const out = randomTensor('out', [outs, ins]);
      return [
        ...kernel('Linear', { x, weight, residual: dy }),
        ...kernel('LinearGradInput', { dy, weight }),
        ...kernel('LinearGradWeight', { dy, x }, { out, accumulates: true }),
      ];
    },
  };
}

function rowReductions(rows: number, width: number): VariantCase {
  return {
    name: `row reductions over ${rows} × ${width}`,
    run: () => {
      const x = randomTensor('x', [rows, width]);
      const dy = randomTensor('dy', [rows, width]);
      const gain = randomTensor('gain', [width]);
      const targets = tf.zeros([rows], 'int32');
      return [
        ...kernel('RmsNorm', { x, gain }, { eps: 1e-5 }),
        ...kernel('RmsNormGrad', { x, gain, dy, dSkip: dy }, { eps: 1e-5 }),
        ...kernel('CrossEntropy', { logits: x, targets }),
        ...kernel('GradNorm', { grads: tf.reshape(x, [-1]) }, { gradScale: 0.5 }),
      ];
    },
  };
}

/** Two examples in each row, the second from a third of it on. */
function attention(nRows: number, seqLen: number): VariantCase {
  return {
    name: `attention over ${nRows} × ${seqLen}`,
    run: () => {
      const n = nRows * seqLen;
      const { nHeads, nKvHeads, headDim } = heads;
      const qkv = randomTensor('qkv', [n, (nHeads + 2 * nKvHeads) * headDim]);
      const dOut = randomTensor('dOut', [n, nHeads * headDim]);
      const boundary = Math.floor(seqLen / 3);
      const begins = Array.from({ length: n }, (_, i) => (i % seqLen >= boundary ? boundary : 0));
      const ends = begins.map((begin) => (begin < boundary ? boundary : seqLen) - 1);
      const spans = tf.tensor2d([begins, ends], [2, n], 'int32');
      const attrs = { ...heads, seqLen };
      const [out, lse] = kernel('PackedAttention', { qkv, spans }, attrs) as [tf.Tensor, tf.Tensor];
      return [out, lse, ...kernel('PackedAttentionGrad', { qkv, spans, out, lse, dOut }, attrs)];
    },
  };
}

function kernel(name: string, inputs: tf.NamedTensorMap, attrs: object = {}): tf.Tensor[] {
  const made = tf.engine().runKernel(name, inputs, attrs as tf.NamedAttrMap);
  return Array.isArray(made) ? made : [made];
}
