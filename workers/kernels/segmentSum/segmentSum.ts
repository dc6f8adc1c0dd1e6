import { registerKernel, unregisterKernel, UnsortedSegmentSum } from '@tensorflow/tfjs-core';
import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu/dist/backend_cpu';

/**
 * Adds row n of `rows` into row segmentIds[n] of `sums`, in order of n (so always the same bits).
 * rows: [N, D], segmentIds: [N], sums: [S, D], all row-major.
 */
export function addSegments(
  rows: Float32Array,
  segmentIds: Int32Array,
  sums: Float32Array,
  width: number,
): void {
  for (let n = 0; n < segmentIds.length; n++) {
    const to = segmentIds[n]! * width;
    const from = n * width;
    for (let d = 0; d < width; d++) sums[to + d]! += rows[from + d]!;
  }
}

/** tfjs-WASM has no UnsortedSegmentSum, the gradient of an embedding look-up: here it is. */
export function registerWasmSegmentSum(): void {
  replaceKernel('wasm', ({ inputs, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
    const out = wasm.makeOutput(outShape(x, attrs as { numSegments: number }), 'float32');
    const sums = wasm.typedArrayFromHeap(out).fill(0) as Float32Array;
    const rows = wasm.typedArrayFromHeap(x) as Float32Array;
    addSegments(rows, wasm.typedArrayFromHeap(segmentIds) as Int32Array, sums, widthOf(x));
    return out;
  });
}

/** tfjs-CPU compares every id with every segment; this reads each row once. */
export function registerCpuSegmentSum(): void {
  replaceKernel('cpu', ({ inputs, attrs, backend }) => {
    const cpu = backend as MathBackendCPU;
    const { x, segmentIds } = inputs as { x: TensorInfo; segmentIds: TensorInfo };
    const shape = outShape(x, attrs as { numSegments: number });
    const sums = new Float32Array(shape.reduce((product, size) => product * size, 1));
    const rows = cpu.readSync(x.dataId) as Float32Array;
    addSegments(rows, cpu.readSync(segmentIds.dataId) as Int32Array, sums, widthOf(x));
    return cpu.makeTensorInfo(shape, 'float32', sums);
  });
}

function replaceKernel(backendName: string, kernelFunc: KernelFunc): void {
  if (backendName === 'cpu') unregisterKernel(UnsortedSegmentSum, backendName);
  registerKernel({ kernelName: UnsortedSegmentSum, backendName, kernelFunc });
}

const outShape = (x: TensorInfo, { numSegments }: { numSegments: number }): number[] => [
  numSegments,
  ...x.shape.slice(1),
];
const widthOf = (x: TensorInfo): number =>
  x.shape.slice(1).reduce((product, size) => product * size, 1);
