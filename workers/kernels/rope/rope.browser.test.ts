import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, heads, scale, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

checkOperation({
  operation: 'rope',
  cases: fc
    .record({ seed, scale, heads, nBatch: size(3), seqLen: size(33), firstPosition: fc.nat(3) })
    .map(({ seed, scale, heads, nBatch, seqLen, firstPosition }): Case => {
      const width = (heads.nHeads + 2 * heads.nKvHeads) * heads.headDim;
      const qkv = floats(seed, 'qkv', [nBatch * seqLen, width], scale);
      // Any factors will do: the kernel is linear in qkv.
      const table = floats(seed, 'table', [firstPosition + seqLen + 2, heads.headDim]);
      return {
        inputs: { qkv, table },
        attrs: { ...heads, seqLen, firstPosition, isInverse: false },
      };
    }),
  define({ qkv, table }, attrs, shapes) {
    const { nHeads, nKvHeads, headDim, seqLen, firstPosition } = attrs as Record<string, number>;
    const width = shapes.qkv![1]!;
    const half = headDim! / 2;
    const out = qkv!.slice();
    for (let n = 0; n < shapes.qkv![0]!; n++) {
      const angles = (firstPosition! + (n % seqLen!)) * headDim!;
      for (let head = 0; head < nHeads! + nKvHeads!; head++) {
        const factor = head < nHeads! ? 1 / Math.sqrt(headDim!) : 1;
        for (let i = 0; i < half; i++) {
          const [first, second] = [0, half].map((by) => n * width + head * headDim! + by + i);
          const [cos, sin] = [table![angles + i]!, table![angles + half + i]!];
          out[first!] = factor * (qkv![first!]! * cos - qkv![second!]! * sin);
          out[second!] = factor * (qkv![second!]! * cos + qkv![first!]! * sin);
        }
      }
    }
    return [out];
  },
  kernel: 'Rope',
  gradients: [
    {
      kernel: 'Rope',
      inputs: ({ inputs, dys }) => ({ qkv: dys[0]!, table: inputs.table! }),
      attrs: { isInverse: true },
      of: ['qkv'],
    },
  ],
});
