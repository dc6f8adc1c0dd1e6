import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Heap } from '../../wasm/heap.ts';
import type { HeadLayout } from '../../webgpu/headLayout.ts';

type Attrs = HeadLayout & { readonly seqLen: number };

/** One chunk is one row of the batch and one key/value head. */
export function registerPackedAttentionWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'PackedAttention',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { qkv, spans } = inputs as { qkv: TensorInfo; spans: TensorInfo };
      const layout = attrs as unknown as Attrs;
      const nRows = qkv.shape[0]!;
      const out = heap.output([nRows, layout.nHeads * layout.headDim]);
      const lse = heap.output([nRows, layout.nHeads]);
      heap.needScratch(heap.scratchBytes('attentionScratch', layout.seqLen, layout.headDim));
      heap.run('attentionJob', chunks(nRows, layout), places(heap, [qkv, spans, out, lse], layout));
      return [out, lse];
    },
  });
  registerKernel({
    kernelName: 'PackedAttentionGrad',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { qkv, spans, out, lse, dOut } = inputs as Record<string, TensorInfo>;
      const layout = attrs as unknown as Attrs;
      const dQkv = heap.output(qkv!.shape);
      heap.needScratch(heap.scratchBytes('attentionScratch', layout.seqLen, layout.headDim));
      heap.run('attentionGradJob', chunks(qkv!.shape[0]!, layout), [
        ...places(heap, [qkv!, spans!, out!, lse!], layout),
        heap.address(dOut),
        heap.address(dQkv),
      ]);
      return dQkv;
    },
  });
}

const chunks = (nRows: number, { seqLen, nKvHeads }: Attrs): number => (nRows / seqLen) * nKvHeads;

function places(
  heap: Heap,
  [qkv, spans, out, lse]: [TensorInfo, TensorInfo, TensorInfo, TensorInfo],
  { seqLen, nHeads, nKvHeads, headDim }: Attrs,
): number[] {
  const sizes = [qkv.shape[0]!, seqLen, nHeads, nKvHeads, headDim];
  return [heap.address(qkv), heap.address(spans), ...sizes, heap.address(out), heap.address(lse)];
}
