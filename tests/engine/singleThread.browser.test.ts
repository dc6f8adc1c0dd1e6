import { expect, it } from 'vitest';

it('WASM without shared memory runs the same kernels on one thread, and they pass the self-test', async () => {
  const url = new URL('./singleThread.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  const started = await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage('start');
  });
  worker.terminate();
  expect(started).toEqual({
    adapter: 'WASM SIMD, 1 thread',
    notes: [{ key: 'notIsolated', values: {} }],
    hasKernels: true,
  });
});
