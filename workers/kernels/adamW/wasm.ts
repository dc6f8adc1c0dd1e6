import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { wordChunks } from '../../wasm/chunks.ts';
import { float } from '../../wasm/heap.ts';
import type { Heap } from '../../wasm/heap.ts';
import type { AdamWStep } from './adamWStep.ts';

export function registerAdamWWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'AdamW',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { params, mean, square, grads, decays, norm } = inputs as Record<string, TensorInfo>;
      const step = attrs as unknown as AdamWStep;
      const length = heap.scalar(norm!);
      if (!Number.isFinite(length)) return heap.same(params!);
      const clip = Math.min(1, step.maxGradNorm / (length + 1e-6)) * step.gradScale;
      const size = params!.shape[0]!;
      heap.run('adamWJob', wordChunks(size), [
        ...[params, mean, square, grads, decays, norm].map((tensor) => heap.address(tensor)),
        size,
        ...[clip, ...factors(step)].map(float),
      ]);
      return heap.same(params!);
    },
  });
}

/** The numbers of a step as the job reads them. */
function factors({ step, learningRate, weightDecay, beta1, beta2, epsilon }: AdamWStep): number[] {
  return [
    1 - beta1,
    1 - beta2,
    learningRate * weightDecay,
    learningRate / (1 - beta1 ** step),
    1 / Math.sqrt(1 - beta2 ** step),
    epsilon,
  ];
}
