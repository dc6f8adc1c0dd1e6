import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { rowChunks } from '../../wasm/chunks.ts';
import type { Heap } from '../../wasm/heap.ts';

export function registerCrossEntropyWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'CrossEntropy',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { logits, targets } = inputs as { logits: TensorInfo; targets: TensorInfo };
      const [nRows, vocabSize] = logits.shape as [number, number];
      const [losses, lse] = [heap.output([nRows]), heap.output([nRows])];
      const from = [heap.address(logits), heap.address(targets), nRows, vocabSize];
      const to = [heap.address(losses), heap.address(lse)];
      heap.run('crossEntropyJob', rowChunks(nRows), [...from, ...to]);
      return [losses, lse];
    },
  });
  registerKernel({
    kernelName: 'CrossEntropyGrad',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { logits, targets, lse, dy } = inputs as Record<string, TensorInfo>;
      const [nRows, vocabSize] = logits!.shape as [number, number];
      const out = heap.output([nRows, vocabSize]);
      const from = [logits, targets, lse, dy].map((tensor) => heap.address(tensor));
      heap.run('crossEntropyGradJob', rowChunks(nRows), [
        ...from,
        nRows,
        vocabSize,
        heap.address(out),
      ]);
      return out;
    },
  });
}
