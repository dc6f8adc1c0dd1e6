import { registerAdamWWasm } from '../kernels/adamW/wasm.ts';
import { registerPackedAttentionWasm } from '../kernels/attention/wasm.ts';
import { registerCachedAttentionWasm } from '../kernels/cachedAttention/wasm.ts';
import { registerCrossEntropyWasm } from '../kernels/crossEntropy/wasm.ts';
import { registerEmbeddingWasm } from '../kernels/embedding/wasm.ts';
import { registerGradNormWasm } from '../kernels/gradNorm/wasm.ts';
import { registerHalfLinearWasm } from '../kernels/halfLinear/wasm.ts';
import { registerLinearWasm } from '../kernels/linear/wasm.ts';
import { registerPickRowsWasm } from '../kernels/pickRows/wasm.ts';
import { registerRmsNormWasm } from '../kernels/rmsNorm/wasm.ts';
import { registerRopeWasm } from '../kernels/rope/wasm.ts';
import { registerSwiGluWasm } from '../kernels/swiglu/wasm.ts';
import { registerTaskSumsWasm } from '../kernels/taskSums/wasm.ts';
import type { Heap } from './heap.ts';

/** All of our kernels for 'wasm', on this heap. */
export function registerWasmKernels(heap: Heap): void {
  registerAdamWWasm(heap);
  registerPackedAttentionWasm(heap);
  registerCachedAttentionWasm(heap);
  registerCrossEntropyWasm(heap);
  registerEmbeddingWasm(heap);
  registerGradNormWasm(heap);
  registerHalfLinearWasm(heap);
  registerLinearWasm(heap);
  registerPickRowsWasm(heap);
  registerRmsNormWasm(heap);
  registerRopeWasm(heap);
  registerSwiGluWasm(heap);
  registerTaskSumsWasm(heap);
}
