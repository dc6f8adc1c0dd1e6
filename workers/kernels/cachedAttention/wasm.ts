import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from '../../wasm/heap.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';

/** One chunk is one row of the batch. */
export function registerCachedAttentionWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'CacheFill',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { qkv } = inputs as { qkv: TensorInfo };
      const { nHeads, nKvHeads, headDim, seqLen, capacity } = attrs as unknown as HeadLayout & {
        seqLen: number;
        capacity: number;
      };
      const nRows = qkv.shape[0]! / seqLen;
      const cache = heap.output([nRows, capacity, 2 * nKvHeads * headDim]);
      const sizes = [nRows, seqLen, capacity, nHeads, nKvHeads, headDim];
      heap.run('fillCacheJob', nRows, [heap.address(qkv), heap.address(cache), ...sizes]);
      return cache;
    },
  });
  registerKernel({
    kernelName: 'CachedAttention',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { qkv, cache, firsts } = inputs as Record<string, TensorInfo>;
      const { nHeads, nKvHeads, headDim, column } = attrs as unknown as HeadLayout & {
        column: number;
      };
      const [nRows, capacity] = cache!.shape as [number, number, number];
      const out = heap.output([nRows, nHeads * headDim]);
      heap.needScratch(4 * capacity);
      heap.run('cachedAttentionJob', nRows, [
        ...[qkv, cache, firsts].map((tensor) => heap.address(tensor)),
        ...[nRows, capacity, nHeads, nKvHeads, headDim, column],
        heap.address(out),
      ]);
      return out;
    },
  });
}
