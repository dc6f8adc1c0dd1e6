import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { rowChunks } from '../../wasm/chunks.ts';
import type { Heap } from '../../wasm/heap.ts';

export function registerPickRowsWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'PickRows',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { x, rows } = inputs as { x: TensorInfo; rows: TensorInfo };
      return picked(heap, x, rows);
    },
  });
  registerKernel({
    kernelName: 'PickRowsGrad',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { dy, places } = inputs as { dy: TensorInfo; places: TensorInfo };
      return picked(heap, dy, places);
    },
  });
}

/** Row rows[m] of x, or zeros when there is none of that number. x: [N, D], rows: [M]; gives [M, D]. */
export function picked(heap: Heap, x: TensorInfo, rows: TensorInfo): TensorInfo {
  const [nRows, width] = x.shape as [number, number];
  const count = rows.shape[0]!;
  const out = heap.output([count, width]);
  const sizes = [count, width, nRows, heap.address(out)];
  heap.run('pickRowsJob', rowChunks(count), [heap.address(x), heap.address(rows), ...sizes]);
  return out;
}
