import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from '../../wasm/heap.ts';
import { multiplied, packRows, packTransposed } from '../linear/wasm.ts';

const pairsPerChunk = 4096;

export function registerHalfLinearWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'HalfLinear',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { x, weight, residual } = inputs as Record<string, TensorInfo>;
      const whole = unpacked(heap, weight!);
      const [nOut, nIn] = whole.shape as [number, number];
      const panels = packTransposed(heap, heap.address(whole), nIn, nOut);
      heap.free(whole);
      return multiplied(heap, x!, panels, nOut, residual);
    },
  });
  registerKernel({
    kernelName: 'HalfLinearGradInput',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { dy, weight } = inputs as Record<string, TensorInfo>;
      const whole = unpacked(heap, weight!);
      const [nOut, nIn] = whole.shape as [number, number];
      const panels = packRows(heap, heap.address(whole), nOut, nIn);
      heap.free(whole);
      return multiplied(heap, dy!, panels, nIn);
    },
  });
}

/** int32 [Out, In/2] as float32 [Out, In]; the caller's to free. */
function unpacked(heap: Heap, weight: TensorInfo): TensorInfo {
  const [nOut, nPairs] = weight.shape as [number, number];
  const out = heap.output([nOut, 2 * nPairs]);
  const params = [heap.address(weight), nOut * nPairs, heap.address(out)];
  heap.run('unpackHalfJob', Math.ceil((nOut * nPairs) / pairsPerChunk), params);
  return out;
}
