import { GatherV2, getKernel, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';

/**
 * Replaces tfjs-WASM's gather where it takes rows of a matrix, which it does element by element
 * (ten times slower than copying rows). Call before the backend starts.
 */
export function registerWasmGather(): void {
  const original = getKernel(GatherV2, 'wasm');
  unregisterKernel(GatherV2, 'wasm');
  const config: KernelConfig = {
    ...original,
    kernelFunc: (call) => {
      const { x, indices } = call.inputs as { x: TensorInfo; indices: TensorInfo };
      const { axis, batchDims } = call.attrs as { axis: number; batchDims: number };
      const takesRows = x.shape.length === 2 && indices.shape.length === 1;
      if (!takesRows || axis !== 0 || batchDims !== 0 || x.dtype !== 'float32') {
        return original.kernelFunc(call);
      }
      return rowsOf(call.backend as BackendWasm, x, indices);
    },
  };
  registerKernel(config);
}

/** x: [N, D], indices: int32 [M]; gives [M, D]. */
function rowsOf(backend: BackendWasm, x: TensorInfo, indices: TensorInfo): TensorInfo {
  const [nRows, width] = x.shape as [number, number];
  const out = backend.makeOutput([indices.shape[0]!, width], 'float32');
  const source = backend.typedArrayFromHeap(x) as Float32Array;
  const target = backend.typedArrayFromHeap(out) as Float32Array;
  const rows = backend.typedArrayFromHeap(indices) as Int32Array;
  for (const [place, row] of rows.entries()) {
    if (row < 0 || row >= nRows) throw new Error(`gather: row ${row} of ${nRows}`);
    target.set(source.subarray(row * width, (row + 1) * width), place * width);
  }
  return out;
}
