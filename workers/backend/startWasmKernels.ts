import * as tf from '@tensorflow/tfjs-core';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import { operations as ours } from '../kernels/index.ts';
import type { Operation } from '../kernels/operation.ts';
import { Heap } from '../wasm/heap.ts';
import { compileKernels, instantiateKernels } from '../wasm/kernelModule.ts';
import { createSinglePool, createThreadPool } from '../wasm/threadPool.ts';
import type { ThreadPool } from '../wasm/threadPool.ts';
import { type EngineNote, noteOf } from '../../src/core/engineNote.ts';

const maxThreads = 8;

/** All cores of a small machine; one is left to the page where there are more than two. */
const defaultThreads = (nCores: number): number =>
  nCores > 2 ? Math.min(nCores - 1, maxThreads) : nCores;

/** What emscripten's module holds besides tfjs's typings: its memory, as it names it in each build. */
interface NativeMemory {
  readonly wasmMemory?: WebAssembly.Memory;
  readonly asm?: { readonly memory?: WebAssembly.Memory };
}

export interface WasmKernelOptions {
  readonly threads?: number;
  readonly operations?: readonly Operation[];
  /** Gives the module with the operations' jobs; the shipped one is downloaded. */
  readonly compile?: (isShared: boolean) => Promise<WebAssembly.Module>;
}

/**
 * Puts our compiled kernels to work on the heap of tfjs's WASM backend and registers them; once,
 * after the backend has started. Threads join in when the heap is shared. `notes` says why not.
 * @throws when the heap cannot be found or the module does not load.
 */
export async function startWasmKernels(
  notes: EngineNote[],
  {
    threads = defaultThreads(navigator.hardwareConcurrency),
    operations = ours,
    compile = compileKernels,
  }: WasmKernelOptions = {},
): Promise<{ threads: number }> {
  const backend = tf.backend() as BackendWasm;
  const memory = memoryOf(backend);
  const isShared = !(memory.buffer instanceof ArrayBuffer);
  const module = await compile(isShared);
  const kernels = await instantiateKernels(module, memory);
  const wanted = isShared ? Math.max(1, threads) : 1;
  const pool = wanted > 1 ? await threaded() : createSinglePool(kernels);
  const heap = new Heap(backend, memory, kernels, pool);
  for (const { wasm } of operations) wasm(heap);
  return { threads: pool.nThreads };

  async function threaded(): Promise<ThreadPool> {
    try {
      return await createThreadPool(kernels, module, memory, wanted);
    } catch (error) {
      notes.push(noteOf('kernelThreadsFailed', { cause: (error as Error).message }));
      return createSinglePool(kernels);
    }
  }
}

function memoryOf(backend: BackendWasm): WebAssembly.Memory {
  const { wasmMemory, asm } = backend.wasm as unknown as NativeMemory;
  const memory = wasmMemory ?? asm?.memory;
  if (memory) return memory;
  throw new Error('the memory of the WASM backend is not where tfjs 4.22.0 has it');
}
