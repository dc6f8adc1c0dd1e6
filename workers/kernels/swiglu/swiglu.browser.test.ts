import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

checkOperation({
  operation: 'swiglu',
  cases: fc
    .record({ seed, scale: fc.constantFrom(1, 1e-4, 50, 1e3), n: size(130), f: size(130) })
    .map(({ seed, scale, n, f }): Case => {
      return { inputs: { gateUp: floats(seed, 'gateUp', [n, 2 * f], scale) }, attrs: {} };
    }),
  define({ gateUp }, _attrs, shapes) {
    const [nRows, width] = shapes.gateUp as [number, number];
    const half = width / 2;
    const y = new Float64Array(nRows * half);
    y.forEach((_, at) => {
      const from = Math.floor(at / half) * width + (at % half);
      const gate = gateUp![from]!;
      y[at] = (gate / (1 + Math.exp(-gate))) * gateUp![from + half]!;
    });
    return [y];
  },
  kernel: 'SwiGlu',
  gradients: [
    {
      kernel: 'SwiGluGrad',
      inputs: ({ inputs, dys }) => ({ gateUp: inputs.gateUp!, dy: dys[0]! }),
      of: ['gateUp'],
    },
  ],
});
