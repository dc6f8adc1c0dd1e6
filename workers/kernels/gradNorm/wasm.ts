import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { wordChunks } from '../../wasm/chunks.ts';
import { float } from '../../wasm/heap.ts';
import type { Heap } from '../../wasm/heap.ts';

export function registerGradNormWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'GradNorm',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { grads } = inputs as { grads: TensorInfo };
      const { gradScale } = attrs as { gradScale: number };
      const size = grads.shape[0]!;
      const chunks = wordChunks(size);
      const partial = heap.panelMemory(8 * chunks);
      const out = heap.output([1]);
      heap.run('squareSumJob', chunks, [heap.address(grads), size, partial]);
      heap.run('normJob', 1, [partial, chunks, float(gradScale), heap.address(out)]);
      return out;
    },
  });
}
