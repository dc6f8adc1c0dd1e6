import * as tf from '@tensorflow/tfjs-core';
import type { KernelTimes, KernelTime } from './gpuTimes.ts';

/** The same for TensorFlow.js on WASM, where a kernel is done when it returns: wall time by kernel. */
export const wasmTimes: KernelTimes = {
  async during(work) {
    const sums = new Map<string, { ms: number; dispatches: number }>();
    const originals = tf.getKernelsForBackend('wasm').slice();
    for (const kernel of originals) replace({ ...kernel, kernelFunc: timed(kernel, sums) });
    await work();
    for (const kernel of originals) replace(kernel);
    return [...sums]
      .map(([kernel, { ms, dispatches }]): KernelTime => ({ kernel, ms, dispatches }))
      .sort((a, b) => b.ms - a.ms);
  },
};

function replace(kernel: tf.KernelConfig): void {
  tf.unregisterKernel(kernel.kernelName, kernel.backendName);
  // Registered again without its set-up, which has been done.
  const { kernelName, backendName, kernelFunc } = kernel;
  tf.registerKernel({ kernelName, backendName, kernelFunc });
}

function timed(
  { kernelName, kernelFunc }: tf.KernelConfig,
  sums: Map<string, { ms: number; dispatches: number }>,
): tf.KernelFunc {
  return (call) => {
    const start = performance.now();
    const result = kernelFunc(call);
    const { ms, dispatches } = sums.get(kernelName) ?? { ms: 0, dispatches: 0 };
    sums.set(kernelName, { ms: ms + performance.now() - start, dispatches: dispatches + 1 });
    return result;
  };
}
