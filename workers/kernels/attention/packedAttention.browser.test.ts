import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, heads, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';
import { randomStream } from '../../../src/core/random.ts';
import type { Numbers } from '../publicCall.ts';

/** Rows cut into examples of one position and more; [first of each position | last of each]. */
function spansOf(seed: number, nBatch: number, seqLen: number, cut: number): Numbers {
  const stream = randomStream(seed, 'cuts');
  const n = nBatch * seqLen;
  const spans = new Int32Array(2 * n);
  for (let row = 0; row < nBatch; row++) {
    for (let t = 0; t < seqLen; t++) {
      const isNew = t === 0 || stream.chance(cut);
      spans[row * seqLen + t] = isNew ? t : spans[row * seqLen + t - 1]!;
    }
    for (let t = seqLen - 1; t >= 0; t--) {
      const at = row * seqLen + t;
      const isLast = t === seqLen - 1 || spans[at + 1] !== spans[at];
      spans[n + at] = isLast ? t : spans[n + at + 1]!;
    }
  }
  return { shape: [2, n], values: spans };
}

checkOperation({
  operation: 'packedAttention',
  cases: fc
    .record({
      seed,
      heads,
      nBatch: size(3),
      seqLen: size(67),
      cut: fc.constantFrom(0, 0.1, 0.5, 1),
      scale: fc.constantFrom(1, 1e-2, 7), // scores up to ±50 · headDim
    })
    .map(({ seed, heads, nBatch, seqLen, cut, scale }): Case => {
      const width = (heads.nHeads + 2 * heads.nKvHeads) * heads.headDim;
      const qkv = floats(seed, 'qkv', [nBatch * seqLen, width], scale);
      const spans = spansOf(seed, nBatch, seqLen, cut);
      return { inputs: { qkv, spans }, attrs: { ...heads, seqLen } };
    }),
  define({ qkv, spans }, attrs, shapes) {
    const { nHeads, nKvHeads, headDim, seqLen } = attrs as Record<string, number>;
    const [nRows, width] = shapes.qkv as [number, number];
    const out = new Float64Array(nRows * nHeads! * headDim!);
    const lse = new Float64Array(nRows * nHeads!);
    for (let n = 0; n < nRows; n++) {
      const rowStart = n - (n % seqLen!);
      for (let head = 0; head < nHeads!; head++) {
        const kvHead = Math.floor(head / (nHeads! / nKvHeads!));
        const query = n * width + head * headDim!;
        const keyOf = (s: number): number => s * width + (nHeads! + kvHead) * headDim!;
        const seen: number[] = [];
        for (let s = rowStart + spans![n]!; s <= n; s++) seen.push(s);
        const scores = seen.map((s) => {
          let score = 0;
          for (let i = 0; i < headDim!; i++) score += qkv![query + i]! * qkv![keyOf(s) + i]!;
          return score;
        });
        const most = Math.max(...scores);
        const total = scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
        lse[n * nHeads! + head] = most + Math.log(total);
        seen.forEach((s, j) => {
          const prob = Math.exp(scores[j]! - most) / total;
          const value = keyOf(s) + nKvHeads! * headDim!;
          const to = (n * nHeads! + head) * headDim!;
          for (let i = 0; i < headDim!; i++) out[to + i]! += prob * qkv![value + i]!;
        });
      }
    }
    return [out, lse];
  },
  kernel: 'PackedAttention',
  nDys: 1,
  floor: 1,
  gradients: [
    {
      kernel: 'PackedAttentionGrad',
      inputs: ({ inputs, outputs, dys }) => ({
        qkv: inputs.qkv!,
        spans: inputs.spans!,
        out: outputs[0]!,
        lse: outputs[1]!,
        dOut: dys[0]!,
      }),
      of: ['qkv'],
    },
  ],
});
