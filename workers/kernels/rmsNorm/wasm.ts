import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { OutAttrs } from '../../memory/gradientPlaces.ts';
import { rowChunks } from '../../wasm/chunks.ts';
import { float } from '../../wasm/heap.ts';
import type { Heap } from '../../wasm/heap.ts';

export function registerRmsNormWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'RmsNorm',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { x, gain } = inputs as { x: TensorInfo; gain: TensorInfo };
      const { eps, keepsSkip } = attrs as { eps: number; keepsSkip: boolean };
      const [nRows, width] = x.shape as [number, number];
      const y = heap.output([nRows, width]);
      const ends = [nRows, width, float(eps), heap.address(y)];
      heap.run('rmsNormJob', rowChunks(nRows), [heap.address(x), heap.address(gain), ...ends]);
      return keepsSkip ? [y, heap.same(x)] : y;
    },
  });
  registerKernel({
    kernelName: 'RmsNormGrad',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { x, gain, dy, dSkip } = inputs as Record<string, TensorInfo>;
      const { eps, ...out } = attrs as unknown as { eps: number } & OutAttrs;
      const [nRows, width] = x!.shape as [number, number];
      const chunks = rowChunks(nRows);
      const dx = heap.output([nRows, width]);
      const partial = heap.panelMemory(4 * chunks * width);
      heap.run('rmsNormGradJob', chunks, [
        heap.address(x),
        heap.address(gain),
        ...[nRows, width, float(eps)],
        ...[dy, dSkip, dx].map((tensor) => heap.address(tensor)),
        partial,
      ]);
      const dGain = heap.outputInto([width], out);
      const adds = out.accumulates ? 1 : 0;
      heap.run('sumRowsJob', 1, [partial, chunks, width, heap.address(dGain), adds]);
      return [dx, dGain];
    },
  });
}
