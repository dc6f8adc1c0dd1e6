import fc from 'fast-check';
import { describe } from 'vitest';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, scale, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

/** x [n, inner] · weightᵀ of [out, inner]: [n, out]. */
function product(
  x: Float64Array,
  weight: Float64Array,
  [n, inner, out]: readonly [number, number, number],
): Float64Array {
  const y = new Float64Array(n * out);
  for (let row = 0; row < n; row++) {
    for (let o = 0; o < out; o++) {
      let sum = 0;
      for (let i = 0; i < inner; i++) sum += x[row * inner + i]! * weight[o * inner + i]!;
      y[row * out + o] = sum;
    }
  }
  return y;
}

const cases = fc
  .record({ seed, scale, n: size(67), inner: size(67), out: size(67), rank: size(9) })
  .map(({ seed, scale, n, inner, out, rank }): Case => ({
    inputs: {
      x: floats(seed, 'x', [n, inner], scale),
      a: floats(seed, 'a', [rank, inner]),
      b: floats(seed, 'b', [out, rank]),
      base: floats(seed, 'base', [n, out], scale),
    },
    attrs: { scale: 2 },
  }));

describe.each(['lora', 'loraReference'] as const)('%s', (operation) =>
  checkOperation({
    operation,
    cases,
    define({ x, a, b, base }, attrs, shapes) {
      const [n, inner] = shapes.x as [number, number];
      const [out, rank] = shapes.b as [number, number];
      const low = product(x!, a!, [n, inner, rank]);
      const added = product(low, b!, [n, rank, out]);
      return [base!.map((value, i) => value + Number(attrs.scale) * added[i]!)];
    },
    wrt: ['x', 'a', 'b', 'base'],
  }),
);
