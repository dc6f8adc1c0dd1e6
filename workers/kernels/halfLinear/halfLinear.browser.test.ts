import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, intsOf, scale, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';
import { halfToNumber, numberToHalf } from '../../../src/core/formats/float16.ts';
import type { Numbers } from '../publicCall.ts';

/** Two halves in each int, the even column in the low half. */
function packed({ values, shape: [nOut, nIn] }: Numbers): Numbers {
  const ints = Array.from({ length: values.length / 2 }, (_, i) => {
    return numberToHalf(values[2 * i]!) | (numberToHalf(values[2 * i + 1]!) << 16);
  });
  return intsOf(ints, [nOut!, nIn! / 2]);
}

checkOperation({
  operation: 'halfLinear',
  cases: fc
    .record({ hasResidual: fc.boolean(), seed, scale, n: size(67), half: size(65), out: size(67) })
    .map(({ hasResidual, seed, scale, n, half, out }): Case => {
      const x = floats(seed, 'x', [n, 2 * half], scale);
      const weight = floats(seed, 'weight', [out, 2 * half]);
      weight.values.forEach((value, i) => {
        // Tiny ones, too: halves below 6e-5 are subnormal.
        const small = i % 7 === 3 ? value * 1e-5 : value;
        weight.values[i] = halfToNumber(numberToHalf(small));
      });
      const residual = floats(seed, 'residual', [n, out], scale);
      return { inputs: { x, weight, ...(hasResidual && { residual }) }, attrs: {} };
    }),
  define({ x, weight, residual }, _attrs, shapes) {
    const [nOut, nIn] = shapes.weight as [number, number];
    const nRows = shapes.x![0]!;
    const y = residual?.slice() ?? new Float64Array(nRows * nOut);
    y.forEach((_, at) => {
      const [n, o] = [Math.floor(at / nOut), at % nOut];
      for (let i = 0; i < nIn; i++) y[at]! += x![n * nIn + i]! * weight![o * nIn + i]!;
    });
    return [y];
  },
  kernel: 'HalfLinear',
  kernelInputs: (inputs) => ({ ...inputs, weight: packed(inputs.weight!) }),
  gradients: [
    {
      kernel: 'HalfLinearGradInput',
      inputs: ({ inputs, dys }) => ({ dy: dys[0]!, weight: inputs.weight! }),
      of: ['x'],
    },
  ],
});
