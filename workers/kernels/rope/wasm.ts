import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { rowChunks } from '../../wasm/chunks.ts';
import { float } from '../../wasm/heap.ts';
import type { Heap } from '../../wasm/heap.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';

export function registerRopeWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'Rope',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { qkv, table } = inputs as { qkv: TensorInfo; table: TensorInfo };
      const { nHeads, nKvHeads, headDim, seqLen, firstPosition, isInverse } =
        attrs as unknown as HeadLayout & {
          seqLen: number;
          firstPosition: number;
          isInverse: boolean;
        };
      const nRows = qkv.shape[0]!;
      const out = heap.output(qkv.shape);
      heap.run('ropeJob', rowChunks(nRows), [
        ...[heap.address(qkv), heap.address(table), nRows, seqLen, nHeads, nKvHeads, headDim],
        ...[firstPosition, float(isInverse ? -1 : 1), heap.address(out)],
      ]);
      return out;
    },
  });
}
