import { getKernel, registerKernel, Transpose, unregisterKernel } from '@tensorflow/tfjs-core';
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';

/** Side of the squares copied at once: their rows, read and written, stay in the cache. */
const tile = 32;

/**
 * Replaces tfjs-WASM's transpose where it only swaps the last two dimensions: the plain double loop
 * behind it writes with a large stride and misses the cache at every element (8 times slower).
 * Call before the backend starts.
 */
export function registerWasmTranspose(): void {
  const original = getKernel(Transpose, 'wasm');
  unregisterKernel(Transpose, 'wasm');
  const config: KernelConfig = {
    ...original,
    kernelFunc: (call) => {
      const { x } = call.inputs as { x: TensorInfo };
      const { perm } = call.attrs as { perm: number[] };
      if (x.dtype !== 'float32' || !swapsLastTwo(perm)) return original.kernelFunc(call);
      return transposeMatrices(call.backend as BackendWasm, x);
    },
  };
  registerKernel(config);
}

function swapsLastTwo(perm: readonly number[]): boolean {
  const rank = perm.length;
  const swapped = [...perm.keys()];
  swapped.splice(rank - 2, 2, rank - 1, rank - 2);
  return rank >= 2 && perm.every((axis, i) => axis === swapped[i]);
}

/** x: […, R, C]; gives […, C, R]. */
function transposeMatrices(backend: BackendWasm, x: TensorInfo): TensorInfo {
  const rows = x.shape.at(-2) ?? 1;
  const cols = x.shape.at(-1) ?? 1;
  const out = backend.makeOutput([...x.shape.slice(0, -2), cols, rows], 'float32');
  const source = backend.typedArrayFromHeap(x) as Float32Array;
  const target = backend.typedArrayFromHeap(out) as Float32Array;
  for (let start = 0; start < source.length; start += rows * cols) {
    transposeMatrix(source, target, start, rows, cols);
  }
  return out;
}

/** The matrix at `start` of `source` [R, C], into the same place of `target` as [C, R]. */
export function transposeMatrix(
  source: Float32Array,
  target: Float32Array,
  start: number,
  rows: number,
  cols: number,
): void {
  for (let firstRow = 0; firstRow < rows; firstRow += tile) {
    const endRow = Math.min(rows, firstRow + tile);
    for (let firstCol = 0; firstCol < cols; firstCol += tile) {
      const endCol = Math.min(cols, firstCol + tile);
      for (let col = firstCol; col < endCol; col++) {
        const to = start + col * rows;
        let from = start + firstRow * cols + col;
        for (let row = firstRow; row < endRow; row++, from += cols)
          target[to + row] = source[from]!;
      }
    }
  }
}
