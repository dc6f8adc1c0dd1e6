import { registerWasmGather } from '../kernels/gatherRows/wasmGather.ts';
import { registerWasmIdentity } from '../kernels/identity/wasmIdentity.ts';
import { registerWasmMatMul } from '../kernels/matMul/wasmMatMul.ts';
import { registerWasmSegmentSum } from '../kernels/segmentSum/segmentSum.ts';
import { registerWasmSlice } from '../kernels/slice/wasmSlice.ts';
import { registerWasmTranspose } from '../kernels/transpose/wasmTranspose.ts';

let isRegistered = false;

/** Our WASM kernels in place of tfjs's slow or missing ones; once, before the backend starts. */
export function registerWasmKernels(): void {
  if (isRegistered) return;
  isRegistered = true;
  registerWasmMatMul();
  registerWasmSegmentSum();
  registerWasmIdentity();
  registerWasmSlice();
  registerWasmGather();
  registerWasmTranspose();
}
