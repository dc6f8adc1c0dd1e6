import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { rowChunks } from '../../wasm/chunks.ts';
import type { Heap } from '../../wasm/heap.ts';

export function registerSwiGluWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'SwiGlu',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { gateUp } = inputs as { gateUp: TensorInfo };
      const [nRows, width] = gateUp.shape as [number, number];
      const out = heap.output([nRows, width / 2]);
      const params = [heap.address(gateUp), nRows, width / 2, heap.address(out)];
      heap.run('swiGluJob', rowChunks(nRows), params);
      return out;
    },
  });
  registerKernel({
    kernelName: 'SwiGluGrad',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { gateUp, dy } = inputs as { gateUp: TensorInfo; dy: TensorInfo };
      const [nRows, width] = gateUp.shape as [number, number];
      const out = heap.output([nRows, width]);
      const sizes = [nRows, width / 2, heap.address(out)];
      heap.run('swiGluGradJob', rowChunks(nRows), [
        heap.address(gateUp),
        heap.address(dy),
        ...sizes,
      ]);
      return out;
    },
  });
}
