import { getKernel, registerKernel, Transpose, unregisterKernel } from '@tensorflow/tfjs-core';
import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';

/** Side of the squares copied at once: their rows, read and written, stay in the cache. */
const tile = 32;

/**
 * Replaces tfjs-WASM's transpose for matrices and for splitting heads: the plain loops behind it
 * write with a large stride and miss the cache at every element (8 times slower).
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
      const backend = call.backend as BackendWasm;
      if (x.dtype !== 'float32') return original.kernelFunc(call);
      if (swapsLastTwo(perm)) return transposeMatrices(backend, x);
      if (perm.join() === '0,2,1,3') return swapMiddle(backend, x);
      return original.kernelFunc(call);
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

/** Heads to the front or back: [B, T, H, D] to [B, H, T, D]. */
function swapMiddle(backend: BackendWasm, x: TensorInfo): TensorInfo {
  const [outer, rows, cols, width] = x.shape as [number, number, number, number];
  const out = backend.makeOutput([outer, cols, rows, width], 'float32');
  const source = backend.typedArrayFromHeap(x) as Float32Array;
  const target = backend.typedArrayFromHeap(out) as Float32Array;
  let to = 0;
  for (let b = 0; b < outer; b++) {
    for (let col = 0; col < cols; col++) {
      for (let row = 0; row < rows; row++) {
        let from = ((b * rows + row) * cols + col) * width;
        for (const end = to + width; to < end; to++, from++) target[to] = source[from]!;
      }
    }
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
