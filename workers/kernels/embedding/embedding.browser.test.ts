import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, ints, intsOf, scale, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

/** Positions sorted by token, and where each token's begin. */
function tokenIndex(ids: ArrayLike<number>, vocabSize: number) {
  const order = Array.from(ids, (_, n) => n).sort((a, b) => ids[a]! - ids[b]! || a - b);
  const isBefore = (v: number): number => order.filter((n) => ids[n]! < v).length;
  const starts = Array.from({ length: vocabSize + 1 }, (_, v) => isBefore(v));
  return { order: intsOf(order), starts: intsOf(starts) };
}

checkOperation({
  operation: 'embedding',
  cases: fc
    .record({ seed, scale, n: size(130), d: size(67), v: size(33) })
    .map(({ seed, scale, n, d, v }): Case => {
      const ids = ints(seed, 'ids', n, v);
      const table = floats(seed, 'table', [v, d], scale);
      return { inputs: { table, ids, ...tokenIndex(ids.values, v) }, attrs: {} };
    }),
  define({ table, ids }, _attrs, shapes) {
    const width = shapes.table![1]!;
    const out = new Float64Array(ids!.length * width);
    ids!.forEach((id, n) => out.set(table!.subarray(id * width, (id + 1) * width), n * width));
    return [out];
  },
  kernel: 'TokenEmbedding',
  gradients: [
    {
      kernel: 'TokenEmbeddingGrad',
      inputs: ({ inputs, dys }) => ({
        dy: dys[0]!,
        order: inputs.order!,
        starts: inputs.starts!,
      }),
      of: ['table'],
      into: 0,
    },
  ],
});
