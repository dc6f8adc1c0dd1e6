import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, heads, scale, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

checkOperation({
  operation: 'fillCache',
  cases: fc
    .record({ seed, scale, heads, nRows: size(5), seqLen: size(17), room: size(9) })
    .map(({ seed, scale, heads, nRows, seqLen, room }): Case => {
      const width = (heads.nHeads + 2 * heads.nKvHeads) * heads.headDim;
      const qkv = floats(seed, 'qkv', [nRows * seqLen, width], scale);
      return { inputs: { qkv }, attrs: { ...heads, seqLen, capacity: seqLen + room - 1 } };
    }),
  define({ qkv }, attrs, shapes) {
    const { nHeads, nKvHeads, headDim, seqLen, capacity } = attrs as Record<string, number>;
    const [n, width] = shapes.qkv as [number, number];
    const kept = 2 * nKvHeads! * headDim!;
    const cache = new Float64Array((n / seqLen!) * capacity! * kept);
    for (let at = 0; at < n; at++) {
      const from = at * width + nHeads! * headDim!;
      const column = Math.floor(at / seqLen!) * capacity! + (at % seqLen!);
      cache.set(qkv!.subarray(from, from + kept), column * kept);
    }
    return [cache];
  },
  kernel: 'CacheFill',
});
