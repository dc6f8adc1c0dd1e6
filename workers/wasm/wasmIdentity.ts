import { Identity, registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';

let isRegistered = false;

/**
 * tfjs-WASM copies the whole tensor on every clone, and the tape clones each tensor that it saves.
 * Tensors never change, so a second reference does: about a tenth of a training step saved.
 */
export function registerWasmIdentity(): void {
  if (isRegistered) return;
  isRegistered = true;
  unregisterKernel(Identity, 'wasm');
  registerKernel({
    kernelName: Identity,
    backendName: 'wasm',
    kernelFunc: ({ inputs, backend }) => {
      const { x } = inputs as { x: TensorInfo };
      (backend as BackendWasm).incRef(x.dataId);
      return { dataId: x.dataId, shape: x.shape, dtype: x.dtype };
    },
  });
}
