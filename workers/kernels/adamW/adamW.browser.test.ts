import fc from 'fast-check';
import { checkOperation } from '../../../tests/engine/kernels/checkOperation.ts';
import { floats, seed } from '../../../tests/engine/kernels/numbers.ts';
import type { Case } from '../../../tests/engine/kernels/numbers.ts';

const rates = { learningRate: 0.01, weightDecay: 0.1, beta1: 0.9, beta2: 0.95, epsilon: 1e-8 };

checkOperation({
  operation: 'adamW',
  cases: fc
    .record({
      seed,
      length: fc.constantFrom(1, 3, 63, 64, 130, 20_001),
      scale: fc.constantFrom(1, 1e-2, 1e3),
      norm: fc.constantFrom(0.5, 40, 0, NaN, Infinity),
      step: fc.constantFrom(1, 2, 1000),
      gradScale: fc.constantFrom(1, 1 / 1024),
    })
    .map(({ seed, length, scale, norm, step, gradScale }): Case => {
      const square = floats(seed, 'square', [length]);
      const decays = floats(seed, 'decays', [length]);
      return {
        inputs: {
          params: floats(seed, 'params', [length]),
          mean: floats(seed, 'mean', [length], 0.1),
          square: { ...square, values: square.values.map(Math.abs) },
          grads: floats(seed, 'grads', [length], scale),
          decays: { ...decays, values: decays.values.map((value) => (value > 0 ? 1 : 0)) },
          norm: { shape: [1], values: Float32Array.of(norm) },
        },
        attrs: { ...rates, step, maxGradNorm: 1, gradScale },
      };
    }),
  define(inputs, attrs) {
    const norm = inputs.norm![0]!;
    const [params, mean, square] = [inputs.params!, inputs.mean!, inputs.square!].map((x) =>
      x.slice(),
    );
    const step = attrs as unknown as typeof rates &
      Record<'step' | 'maxGradNorm' | 'gradScale', number>;
    const factor = step.gradScale * Math.min(1, step.maxGradNorm / (norm + 1e-6));
    const isFinite = Number.isFinite(norm);
    for (let i = 0; isFinite && i < params!.length; i++) {
      const g = inputs.grads![i]! * factor;
      mean![i]! += (g - mean![i]!) * (1 - step.beta1);
      square![i]! += (g * g - square![i]!) * (1 - step.beta2);
      const root = Math.sqrt(square![i]! / (1 - step.beta2 ** step.step)) + step.epsilon;
      const change = mean![i]! / (1 - step.beta1 ** step.step) / root;
      params![i]! *= 1 - step.learningRate * step.weightDecay * inputs.decays![i]!;
      params![i]! -= step.learningRate * change;
    }
    return [params!, params!, mean!, square!];
  },
  kernel: 'AdamW',
  reads: ['params', 'mean', 'square'],
  publicOutputs: [1, 2, 3],
});
