import { withTimeout } from '../thread/withTimeout.ts';
import { boardWords, maxChunks, slots, workOff } from './jobBoard.ts';
import { foundExport, jobNamesOf } from './kernelModule.ts';
import type { JobName, KernelExports } from './kernelModule.ts';
import type { ThreadStart } from './kernelThread.ts';

const startTimeoutMs = 5000;

/** Threads that work on the same heap; this one works too. */
export interface ThreadPool {
  readonly nThreads: number;
  /** Does all chunks of a job, spread over the threads; returns when the last one is done. */
  run(name: JobName, nChunks: number, params: number): void;
  /** Memory of each thread's own, from now on: thread i has `size` bytes at base + i · size. */
  setScratch(base: number, size: number): void;
}

/** A pool of this one thread. */
export function createSinglePool(kernels: KernelExports): ThreadPool {
  let scratch = 0;
  return {
    nThreads: 1,
    run(name, nChunks, params) {
      const job = foundExport(kernels[name], name);
      for (let chunk = 0; chunk < nChunks; chunk++) job(params, chunk, scratch);
    },
    setScratch(base) {
      scratch = base;
    },
  };
}

/** Starts `nThreads − 1` further threads. @throws when they do not answer within five seconds. */
export async function createThreadPool(
  kernels: KernelExports,
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  nThreads: number,
): Promise<ThreadPool> {
  const board = new Int32Array(new SharedArrayBuffer(4 * boardWords));
  await startThreads({ module, memory, board }, nThreads - 1);
  const names = jobNamesOf(module);
  const jobs = names.map((name) => kernels[name]);
  const numberOf = new Map(names.map((name, i) => [name, i]));
  let scratch = 0;
  let count = 0;
  const runHere = (job: number, params: number, chunk: number): void =>
    jobs[job]!(params, chunk, scratch);
  return {
    nThreads,
    run(name, nChunks, params) {
      const job = foundExport(numberOf.get(name), name);
      if (nChunks === 1) {
        runHere(job, params, 0);
        return;
      }
      if (nChunks >= maxChunks) throw new Error(`${name}: ${nChunks} chunks are too many`);
      count = (count + 1) & 0x7fff;
      Atomics.store(board, slots.job, job);
      Atomics.store(board, slots.params, params | 0);
      Atomics.store(board, slots.done, 0);
      Atomics.store(board, slots.nChunks, nChunks);
      Atomics.store(board, slots.ticket, count << 16);
      Atomics.add(board, slots.wake, 1);
      Atomics.notify(board, slots.wake);
      workOff(board, runHere);
      while (Atomics.load(board, slots.done) < nChunks);
      Atomics.store(board, slots.ticket, (count << 16) | maxChunks); // before the next job is written
      if (Atomics.exchange(board, slots.failed, 0)) throw new Error(`${name}: a thread has failed`);
    },
    setScratch(base, size) {
      scratch = base;
      Atomics.store(board, slots.scratchBase, base | 0);
      Atomics.store(board, slots.scratchSize, size);
    },
  };
}

async function startThreads(start: Omit<ThreadStart, 'index'>, count: number): Promise<void> {
  const workers = Array.from({ length: count }, () => {
    return new Worker(new URL('./kernelThread.ts', import.meta.url), { type: 'module' });
  });
  const ready = workers.map((worker, i) => {
    const answer = new Promise<void>((resolve, reject) => {
      worker.onmessage = () => resolve();
      worker.onerror = ({ message }) => reject(new Error(message || 'a thread did not load'));
    });
    worker.postMessage({ ...start, index: i + 1 } satisfies ThreadStart);
    return answer;
  });
  try {
    await withTimeout(Promise.all(ready), startTimeoutMs, 'kernel thread');
  } catch (error) {
    for (const worker of workers) worker.terminate();
    throw error;
  }
}
