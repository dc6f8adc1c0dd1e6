import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { OutAttrs } from '../../memory/gradientPlaces.ts';
import type { Heap } from '../../wasm/heap.ts';
import { picked } from '../pickRows/wasm.ts';

/** Tokens of the vocabulary whose gradients one chunk sums. */
const tokensPerChunk = 128;

export function registerEmbeddingWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'TokenEmbedding',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { table, ids } = inputs as { table: TensorInfo; ids: TensorInfo };
      return picked(heap, table, ids);
    },
  });
  registerKernel({
    kernelName: 'TokenEmbeddingGrad',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { dy, order, starts } = inputs as Record<string, TensorInfo>;
      const width = dy!.shape[1]!;
      const nTokens = starts!.shape[0]! - 1;
      const out = heap.outputInto([nTokens, width], attrs as OutAttrs);
      heap.run('embeddingGradJob', Math.ceil(nTokens / tokensPerChunk), [
        ...[dy, order, starts].map((tensor) => heap.address(tensor)),
        ...[nTokens, width, heap.address(out), (attrs as OutAttrs).accumulates ? 1 : 0],
      ]);
      return out;
    },
  });
}
