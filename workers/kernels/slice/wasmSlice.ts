import { getKernel, registerKernel, Slice, unregisterKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';

/**
 * tfjs-WASM copies the whole source for every slice; cutting the flat parameter vector into its
 * tensors would copy it once for each. Vectors are cut here by copying the piece alone.
 */
export function registerWasmSlice(): void {
  const { kernelFunc: general } = getKernel(Slice, 'wasm');
  unregisterKernel(Slice, 'wasm');
  registerKernel({
    kernelName: Slice,
    backendName: 'wasm',
    kernelFunc: (call) => {
      const { x } = call.inputs as { x: TensorInfo };
      const { begin, size } = call.attrs as { begin: number[] | number; size: number[] | number };
      if (x.shape.length !== 1 || x.dtype !== 'float32') return general(call);
      const start = [begin].flat()[0] ?? 0;
      const asked = [size].flat()[0] ?? -1;
      const length = asked < 0 ? x.shape[0]! - start : asked;
      return cut(call.backend as BackendWasm, x, start, length);
    },
  });
}

function cut(backend: BackendWasm, x: TensorInfo, start: number, length: number): TensorInfo {
  const out = backend.makeOutput([length], 'float32');
  const source = backend.typedArrayFromHeap(x).subarray(start, start + length);
  backend.typedArrayFromHeap(out).set(source);
  return out;
}
