import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, intsOf, scale, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';
import { randomStream } from '../../../src/core/random.ts';

checkOperation({
  operation: 'pickRows',
  cases: fc
    .record({
      seed,
      scale,
      n: size(67),
      d: size(67),
      share: fc.constantFrom(1, 0.3),
      fillers: fc.nat(3),
    })
    .map(({ seed, scale, n, d, share, fillers }): Case => {
      const nReal = Math.ceil(share * n);
      const all = Array.from({ length: n }, (_, at) => at);
      const picked = randomStream(seed, 'rows').sample(all, nReal);
      const rows = [...picked, ...new Array<number>(fillers).fill(0)];
      const places = all.map((at) => (picked.includes(at) ? picked.indexOf(at) : rows.length));
      const x = floats(seed, 'x', [n, d], scale);
      return { inputs: { x, rows: intsOf(rows), places: intsOf(places) }, attrs: { nReal } };
    }),
  define({ x, rows }, _attrs, shapes) {
    const width = shapes.x![1]!;
    return [
      Float64Array.from({ length: rows!.length * width }, (_, at) => {
        return x![rows![Math.floor(at / width)]! * width + (at % width)]!;
      }),
    ];
  },
  kernel: 'PickRows',
  cotangent({ shape, values }, { inputs, attrs }) {
    const width = inputs.x!.shape[1]!;
    return { shape, values: Float32Array.from(values).fill(0, Number(attrs.nReal) * width) };
  },
  gradients: [
    {
      kernel: 'PickRowsGrad',
      inputs: ({ inputs, dys }) => ({ dy: dys[0]!, places: inputs.places! }),
      of: ['x'],
    },
  ],
});
