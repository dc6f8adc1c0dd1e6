import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, ints, seed, size } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

checkOperation({
  operation: 'crossEntropy',
  cases: fc
    .record({ seed, scale: fc.constantFrom(1, 1e-4, 50, 500), m: size(67), v: size(130) })
    .map(({ seed, scale, m, v }): Case => {
      const logits = floats(seed, 'logits', [m, v], scale);
      return { inputs: { logits, targets: ints(seed, 'targets', m, v) }, attrs: {} };
    }),
  define({ logits, targets }, _attrs, shapes) {
    const width = shapes.logits![1]!;
    const lse = targets!.map((_, m) => {
      const row = logits!.subarray(m * width, (m + 1) * width);
      const most = Math.max(...row);
      return most + Math.log(row.reduce((sum, value) => sum + Math.exp(value - most), 0));
    });
    return [lse.map((value, m) => value - logits![m * width + targets![m]!]!), lse];
  },
  kernel: 'CrossEntropy',
  nDys: 1,
  floor: 1,
  gradients: [
    {
      kernel: 'CrossEntropyGrad',
      inputs: ({ inputs, outputs, dys }) => ({
        logits: inputs.logits!,
        targets: inputs.targets!,
        lse: outputs[1]!,
        dy: dys[0]!,
      }),
      of: ['logits'],
    },
  ],
});
