import { slots, workOff } from './jobBoard.ts';
import { instantiateKernels, jobNamesOf } from './kernelModule.ts';

/** What a thread is started with. */
export interface ThreadStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly board: Int32Array<SharedArrayBuffer>;
  /** 1 … */
  readonly index: number;
}

/** Looks at the board this often before it sleeps: some 50 µs, longer than the gap between two jobs. */
const looks = 4000;

self.onmessage = async ({ data }: MessageEvent<ThreadStart>) => {
  const { module, memory, board, index } = data;
  const kernels = await instantiateKernels(module, memory);
  const jobs = jobNamesOf(module).map((name) => kernels[name]);
  self.postMessage('ready');
  let seen = 0;
  for (;;) {
    for (let look = 0; look < looks && Atomics.load(board, slots.wake) === seen; look++);
    Atomics.wait(board, slots.wake, seen);
    seen = Atomics.load(board, slots.wake);
    const size = board[slots.scratchSize]!;
    workOff(board, (job, params, chunk) => {
      jobs[job]!(params, chunk, (Atomics.load(board, slots.scratchBase) + index * size) >>> 0);
    });
  }
};
