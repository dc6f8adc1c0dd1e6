import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, scale, seed } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

checkOperation({
  operation: 'gradNorm',
  cases: fc
    .record({
      seed,
      scale,
      length: fc.constantFrom(1, 3, 64, 255, 257, 1000, 4097, 70_001),
      gradScale: fc.constantFrom(1, 1 / 1024),
    })
    .map(({ seed, scale, length, gradScale }): Case => {
      return { inputs: { grads: floats(seed, 'grads', [length], scale) }, attrs: { gradScale } };
    }),
  define: ({ grads }, { gradScale }) => [
    Float64Array.of(Number(gradScale) * Math.sqrt(grads!.reduce((sum, g) => sum + g * g, 0))),
  ],
  kernel: 'GradNorm',
});
