// The core first: its flags must be there before the gradients load its operations.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { setReferenceMode } from '../../workers/kernels/implementation.ts';
import type { BenchBackend, BenchEngine, BenchSetup } from '../benchEngine.ts';
import { trainProjectModel } from './mixdeskEngine.ts';

/** The same model in plain TensorFlow.js operations, on TensorFlow.js as it ships. */
export async function createTfjs(setup: BenchSetup): Promise<BenchEngine> {
  setReferenceMode(true);
  await startPlainTfjs(setup.backend);
  return trainProjectModel(setup, [`TensorFlow.js ${tf.version_core}, plain operations`]);
}

/** TensorFlow.js's own backend, with none of our kernels. */
export async function startPlainTfjs(backend: BenchBackend): Promise<void> {
  if (backend === 'webgpu') await import('@tensorflow/tfjs-backend-webgpu');
  else {
    setWasmPaths({
      'tfjs-backend-wasm.wasm': plainUrl,
      'tfjs-backend-wasm-simd.wasm': simdUrl,
      'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
    });
  }
  if (!(await tf.setBackend(backend))) throw new Error(`tfjs could not start ${backend}`);
}
