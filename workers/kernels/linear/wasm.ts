import { registerKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { OutAttrs } from '../../memory/gradientPlaces.ts';
import type { Heap } from '../../wasm/heap.ts';

/** Columns of a panel; panels packed by one chunk. */
const panelCols = 8;
const panelsPerChunk = 8;
/** Rows of a weight's gradient that one chunk computes. */
const gradRows = 40;

/** Products run in two jobs: one operand is packed into panels, then chunks of rows are multiplied. */
export function registerLinearWasm(heap: Heap): void {
  registerKernel({
    kernelName: 'Linear',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { x, weight, residual } = inputs as Record<string, TensorInfo>;
      const [nOut, nIn] = weight!.shape as [number, number];
      return multiplied(
        heap,
        x!,
        packTransposed(heap, heap.address(weight), nIn, nOut),
        nOut,
        residual,
      );
    },
  });
  registerKernel({
    kernelName: 'LinearGradInput',
    backendName: 'wasm',
    kernelFunc: ({ inputs }) => {
      const { dy, weight } = inputs as Record<string, TensorInfo>;
      const [nOut, nIn] = weight!.shape as [number, number];
      return multiplied(heap, dy!, packRows(heap, heap.address(weight), nOut, nIn), nIn);
    },
  });
  registerKernel({
    kernelName: 'LinearGradWeight',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { dy, x } = inputs as { dy: TensorInfo; x: TensorInfo };
      return weightGradient(heap, dy, x, attrs as OutAttrs);
    },
  });
}

/** B [depth, cols], row-major at this address, as packed panels; gives their address. */
export function packRows(heap: Heap, b: number, depth: number, cols: number): number {
  const panels = heap.panelMemory(panelBytes(depth, cols));
  heap.run('packRowsJob', packChunks(cols), [b, 4 * cols, depth, cols, panels]);
  return panels;
}

/** The same for a B given as its transpose [cols, depth]. */
export function packTransposed(heap: Heap, bt: number, depth: number, cols: number): number {
  const panels = heap.panelMemory(panelBytes(depth, cols));
  heap.run('packTransposedJob', packChunks(cols), [bt, 4 * depth, depth, cols, panels]);
  return panels;
}

const panelBytes = (depth: number, cols: number): number =>
  4 * depth * panelCols * Math.ceil(cols / panelCols);
const packChunks = (cols: number): number => Math.ceil(cols / (panelCols * panelsPerChunk));

/** a·B (+ added). a: [rows, depth], B: packed [depth, cols]; gives [rows, cols]. */
export function multiplied(
  heap: Heap,
  a: TensorInfo,
  panels: number,
  cols: number,
  added?: TensorInfo,
): TensorInfo {
  const [rows, depth] = a.shape as [number, number];
  const out = heap.output([rows, cols]);
  const perChunk = rowsPerChunk(rows, heap.pool.nThreads);
  heap.run('multiplyRowsJob', Math.ceil(rows / perChunk), [
    heap.address(a),
    rows,
    panels,
    depth,
    cols,
    heap.address(out),
    heap.address(added),
    perChunk,
  ]);
  return out;
}

/** Whole tiles of six rows, at most 48, and enough chunks to share out. A row's sums do not depend on it. */
function rowsPerChunk(rows: number, nThreads: number): number {
  const share = Math.ceil(rows / (4 * nThreads));
  return Math.max(6, Math.min(48, 6 * Math.ceil(share / 6)));
}

/** dyᵀ·x. dy: [N, Out], x: [N, In]; gives [Out, In]. */
function weightGradient(heap: Heap, dy: TensorInfo, x: TensorInfo, attrs: OutAttrs): TensorInfo {
  const [tokens, nOut] = dy.shape as [number, number];
  const nIn = x.shape[1]!;
  const panels = packRows(heap, heap.address(x), tokens, nIn);
  const out = heap.outputInto([nOut, nIn], attrs);
  heap.run('gradWeightJob', Math.ceil(nOut / gradRows), [
    heap.address(dy),
    nOut,
    panels,
    tokens,
    nIn,
    heap.address(out),
    attrs.accumulates ? 1 : 0,
  ]);
  return out;
}
