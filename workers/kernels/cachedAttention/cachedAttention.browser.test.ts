import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, heads, ints, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

checkOperation({
  operation: 'cachedAttention',
  cases: fc
    .record({
      seed,
      heads,
      scale: fc.constantFrom(1, 1e-2, 7),
      nRows: size(9),
      column: size(67).map((n) => n - 1),
      room: size(5),
    })
    .map(({ seed, heads, scale, nRows, column, room }): Case => {
      const { nHeads, nKvHeads, headDim } = heads;
      const qkv = floats(seed, 'qkv', [nRows, (nHeads + 2 * nKvHeads) * headDim], scale);
      const kept = 2 * nKvHeads * headDim;
      const cache = floats(seed, 'cache', [nRows, column + room, kept], scale);
      for (let r = 0; r < nRows; r++) {
        const end = (r + 1) * (column + room) * kept;
        cache.values.fill(0, end - room * kept, end); // as fillCache leaves it
      }
      const firsts = ints(seed, 'firsts', nRows, column + 1);
      return { inputs: { qkv, cache, firsts }, attrs: { ...heads, column } };
    }),
  define(inputs, attrs, shapes) {
    const { nHeads, nKvHeads, headDim, column } = attrs as Record<string, number>;
    const [nRows, capacity, kept] = shapes.cache as [number, number, number];
    const qkv = inputs.qkv!;
    const cache = inputs.cache!.slice();
    const out = new Float64Array(nRows * nHeads! * headDim!);
    for (let r = 0; r < nRows; r++) {
      const query = r * (nHeads! * headDim! + kept);
      const fresh = query + nHeads! * headDim!;
      cache.set(qkv.subarray(fresh, fresh + kept), (r * capacity + column!) * kept);
      for (let head = 0; head < nHeads!; head++) {
        const kvHead = Math.floor(head / (nHeads! / nKvHeads!));
        const keyAt = (c: number): number => (r * capacity + c) * kept + kvHead * headDim!;
        const weights: number[] = [];
        for (let c = inputs.firsts![r]!; c <= column!; c++) {
          let score = 0;
          for (let i = 0; i < headDim!; i++) {
            score += qkv[query + head * headDim! + i]! * cache[keyAt(c) + i]!;
          }
          weights.push(score);
        }
        const most = Math.max(...weights);
        const total = weights.reduce((sum, score) => sum + Math.exp(score - most), 0);
        weights.forEach((score, j) => {
          const prob = Math.exp(score - most) / total;
          const value = keyAt(inputs.firsts![r]! + j) + nKvHeads! * headDim!;
          const to = (r * nHeads! + head) * headDim!;
          for (let i = 0; i < headDim!; i++) out[to + i]! += prob * cache[value + i]!;
        });
      }
    }
    return [out, cache];
  },
  kernel: 'CachedAttention',
  reads: ['cache'],
  floor: 1,
});
