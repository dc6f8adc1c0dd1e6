import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, scale, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

checkOperation({
  operation: 'linear',
  cases: fc
    .record({
      hasResidual: fc.boolean(),
      seed,
      scale,
      n: size(130),
      inner: size(130),
      out: size(130),
    })
    .map(({ hasResidual, seed, scale, n, inner, out }): Case => {
      const x = floats(seed, 'x', [n, inner], scale);
      const weight = floats(seed, 'weight', [out, inner]);
      const residual = floats(seed, 'residual', [n, out], scale);
      return { inputs: { x, weight, ...(hasResidual && { residual }) }, attrs: {} };
    }),
  define({ x, weight, residual }, _attrs, shapes) {
    const [nOut, nIn] = shapes.weight as [number, number];
    const nRows = shapes.x![0]!;
    const y = residual?.slice() ?? new Float64Array(nRows * nOut);
    for (let n = 0; n < nRows; n++) {
      for (let o = 0; o < nOut; o++) {
        let sum = 0;
        for (let i = 0; i < nIn; i++) sum += x![n * nIn + i]! * weight![o * nIn + i]!;
        y[n * nOut + o]! += sum;
      }
    }
    return [y];
  },
  kernel: 'Linear',
  gradients: [
    {
      kernel: 'LinearGradInput',
      inputs: ({ inputs, dys }) => ({ dy: dys[0]!, weight: inputs.weight! }),
      of: ['x'],
    },
    {
      kernel: 'LinearGradWeight',
      inputs: ({ inputs, dys }) => ({ dy: dys[0]!, x: inputs.x! }),
      of: ['weight'],
      into: 0,
    },
  ],
});
