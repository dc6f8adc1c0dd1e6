import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, scale, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';
import type { NamedNumbers } from '../publicCall.ts';

checkOperation({
  operation: 'rmsNorm',
  cases: fc
    .record({ keepsSkip: fc.boolean(), seed, scale, n: size(130), d: size(130) })
    .map(({ keepsSkip, seed, scale, n, d }): Case => {
      const inputs = { x: floats(seed, 'x', [n, d], scale), gain: floats(seed, 'gain', [d], 2) };
      return { inputs, attrs: { eps: 1e-5, keepsSkip } };
    }),
  define({ x, gain }, { eps, keepsSkip }) {
    const width = gain!.length;
    const y = new Float64Array(x!.length);
    for (let row = 0; row < x!.length; row += width) {
      let squares = 0;
      for (let i = 0; i < width; i++) squares += x![row + i]! ** 2;
      const rms = Math.sqrt(squares / width + Number(eps));
      for (let i = 0; i < width; i++) y[row + i] = (x![row + i]! / rms) * gain![i]!;
    }
    return keepsSkip ? [y, x!.slice()] : [y];
  },
  kernel: 'RmsNorm',
  // Rows of one element: the gradient is the small rest of a difference of terms of 1/rms.
  gradientFloor: ({ inputs }) => 1 / (Math.max(...inputs.x!.values.map(Math.abs)) + 3e-3),
  gradients: [
    {
      kernel: 'RmsNormGrad',
      inputs: ({ inputs, dys }): NamedNumbers => {
        const { x, gain } = inputs;
        const [dy, dSkip] = dys;
        return { x: x!, gain: gain!, dy: dy!, ...(dSkip && { dSkip }) };
      },
      of: ['x', 'gain'],
      into: 1,
    },
  ],
});
