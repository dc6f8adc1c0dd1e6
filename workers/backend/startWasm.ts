import * as tf from '@tensorflow/tfjs-core';
import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import type { EngineInfo } from '../../src/core/protocol/index.ts';
import { type EngineNote, noteOf } from '../../src/core/engineNote.ts';
import { registerWasmIdentity } from '../wasm/wasmIdentity.ts';
import { deviceBytes } from './deviceBytes.ts';
import { startWasmKernels } from './startWasmKernels.ts';
import { withTimeout } from '../thread/withTimeout.ts';

const timeoutMs = 10_000;
const precision = 'fp32';
/** WASM addresses 4 GB; past its end tfjs writes on without a word, so leave room. */
const limits = { totalBytes: 3.2e9, bufferBytes: null, deviceBytes: deviceBytes() };

/**
 * Starts tfjs on WASM: with threads where the page is cross-origin isolated, else without; `notes`
 * says which and why. A threaded start that hangs is given up after ten seconds.
 */
export async function startWasm(notes: EngineNote[]): Promise<Omit<EngineInfo, 'notes'>> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  registerWasmIdentity();
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainUrl,
    'tfjs-backend-wasm-simd.wasm': simdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': threadedUrl,
  });
  const hasThreads = (await canUseThreads(notes)) && (await startThreaded(notes));
  if (!hasThreads) await startSingle();
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    notes.push(noteOf('noSimd', {}));
    return { backend: 'wasm', adapter: 'WASM, 1 thread', isSoftware: false, precision, limits };
  }
  const threads = await kernelThreads(notes);
  const adapter = `WASM SIMD, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  return { backend: 'wasm', adapter, isSoftware: false, precision, limits };
}

/** Our kernels start once for the life of the worker, as tfjs's backend does. */
let started: Promise<{ threads: number }> | undefined;
async function kernelThreads(notes: EngineNote[]): Promise<number> {
  started ??= startWasmKernels(notes);
  return (await started).threads;
}

async function canUseThreads(notes: EngineNote[]): Promise<boolean> {
  if (globalThis.crossOriginIsolated !== true) {
    notes.push(
      globalThis.isSecureContext === false
        ? noteOf('threadsNeedSecureAddress', {})
        : noteOf('notIsolated', {}),
    );
    return false;
  }
  return Boolean(await tf.env().getAsync('WASM_HAS_MULTITHREAD_SUPPORT'));
}

async function startThreaded(notes: EngineNote[]): Promise<boolean> {
  try {
    if (await withTimeout(tf.setBackend('wasm'), timeoutMs, 'Threaded WASM')) return true;
    notes.push(noteOf('threadsDidNotStart', {}));
  } catch (error) {
    notes.push(noteOf('threadsFailed', { cause: (error as Error).message }));
  }
  return false;
}

async function startSingle(): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await withTimeout(tf.setBackend('wasm'), timeoutMs, 'WASM'))) {
    throw new Error('tfjs could not start WASM');
  }
}
