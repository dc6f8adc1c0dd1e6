import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { floats, ints, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import { startKernels, type TestEngine } from '../../../tests/engine/kernels/startKernels.ts';

/** Rows as wide as nano's cache of keys holds them (heads, positions, numbers a head), and others of one to three axes. */
const inner: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.constant([3, 96, 16]),
  fc.array(size(17), { minLength: 1, maxLength: 3 }),
);
const cases = fc.record({ seed, nRows: size(17), nTaken: size(24), inner });

describe.each(['wasm', 'webgpu'] as const)('on %s', (backend) => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await startKernels(backend);
  });
  afterAll(() => engine.terminate());

  it('rows that are taken, some twice and in any order, are those of tf.gather to the bit', () =>
    fc.assert(
      fc.asyncProperty(cases, async ({ seed, nRows, nTaken, inner }) => {
        const x = floats(seed, 'x', [nRows, ...inner]);
        const rows = ints(seed, 'rows', nTaken, nRows);
        const taken = (isReference: boolean) =>
          engine.api.runOperation({
            ...{ operation: 'takeRows', attrs: {}, wrt: [], dy: new Float32Array() },
            inputs: { x, rows },
            isReference,
          });
        const [ours, gathered] = [await taken(false), await taken(true)];
        const width = x.values.length / nRows;
        expect(ours.value).toHaveLength(nTaken * width);
        expect(ours).toEqual(gathered);
        const first = x.values.slice(rows.values[0]! * width, (rows.values[0]! + 1) * width);
        expect(ours.value.slice(0, width)).toEqual(first);
      }),
      { seed: 20, numRuns: 15 },
    ));
});
