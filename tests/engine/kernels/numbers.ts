import fc from 'fast-check';
import { randomStream } from '../../../src/core/random.ts';
import type { Attrs, NamedNumbers, Numbers } from '../../../workers/kernels/publicCall.ts';

/** Inputs and attributes of one call. */
export interface Case {
  readonly inputs: NamedNumbers;
  readonly attrs: Attrs;
}

const sizeOf = (shape: readonly number[]): number =>
  shape.reduce((product, length) => product * length, 1);

/** Float32 values uniform in ±scale, the same for the same seed, name and shape. */
export function floats(
  seed: number,
  name: string,
  shape: readonly number[],
  scale = 1,
): { shape: readonly number[]; values: Float32Array } {
  const stream = randomStream(seed, name);
  const draw = (): number => scale * (2 * stream.next() - 1);
  return { shape, values: Float32Array.from({ length: sizeOf(shape) }, draw) };
}

/** Whole numbers in 0 … below − 1. */
export function ints(seed: number, name: string, length: number, below: number): Numbers {
  const stream = randomStream(seed, name);
  return intsOf(Array.from({ length }, () => stream.int(below)));
}

export const intsOf = (values: readonly number[], shape = [values.length]): Numbers => ({
  shape,
  values: Int32Array.from(values),
});

/** Sizes that tiles of 4, 8, 16 and 64 divide, and their neighbours that they do not; 1 first. */
export const size = (max: number): fc.Arbitrary<number> =>
  fc.constantFrom(
    ...[1, 2, 3, 4, 5, 7, 8, 9, 12, 13, 16, 17, 24, 31, 32, 33, 63, 64, 65, 67, 100, 130].filter(
      (n) => n <= max,
    ),
  );

/** Ordinary values first, then tiny and large ones. */
export const scale: fc.Arbitrary<number> = fc.constantFrom(1, 1, 1e-4, 1e3);

export const seed: fc.Arbitrary<number> = fc.nat(1_000_000);

/** Query heads that share key/value heads or do not, with even head sizes. */
export const heads: fc.Arbitrary<{ nHeads: number; nKvHeads: number; headDim: number }> = fc
  .record({
    nKvHeads: fc.constantFrom(1, 2),
    shared: fc.constantFrom(1, 2, 3),
    headDim: fc.constantFrom(2, 4, 6, 8, 16, 10),
  })
  .map(({ nKvHeads, shared, headDim }) => ({ nHeads: nKvHeads * shared, nKvHeads, headDim }));
