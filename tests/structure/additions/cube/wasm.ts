import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from '../../../../workers/wasm/heap.ts';

export function registerCubeWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'Cube',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { x } = inputs as { x: TensorInfo };
      const out = heap.output(x.shape);
      heap.run('cubeJob', 1, [heap.address(x), x.shape[0]!, heap.address(out)]);
      return out;
    },
  });
}
