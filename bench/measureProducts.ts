import * as tf from '@tensorflow/tfjs-core';
import type { BenchBackend } from './benchEngine.ts';
import type { Products } from './benchJob.ts';
import { runKernel } from '../workers/kernels/implementation.ts';
import { startWebgpuKernels } from '../workers/backend/startWebgpuKernels.ts';
import { startPlainTfjs } from './engines/tfjsEngine.ts';

// [M, K] x [K, N]
const sizes: readonly (readonly [number, number, number])[] = [
  [512, 512, 512],
  [4096, 128, 512],
  [1024, 1024, 1024],
];

/**
 * The adapter's best matrix product: on WASM TensorFlow.js's own in its fastest form, with as many
 * XNNPACK threads as there are cores (it starts half as many as it is told there are); on WebGPU the
 * better of TensorFlow.js's and ours.
 */
export async function measureProducts(backend: BenchBackend): Promise<Products> {
  const cores = navigator.hardwareConcurrency;
  if (backend === 'wasm') {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 * cores });
  }
  await startPlainTfjs(backend);
  const isSoftware = backend === 'webgpu' && (await isEmulated());
  const tried = isSoftware ? sizes.slice(0, 2) : sizes;
  let flops = 0;
  for (const size of tried) flops = Math.max(flops, await productFlops(size, tf.matMul));
  if (backend === 'webgpu') {
    await startWebgpuKernels();
    for (const size of tried) flops = Math.max(flops, await productFlops(size, ourProduct));
  }
  return { flops, adapter: backend === 'wasm' ? `WASM, ${cores} cores` : await adapterName() };
}

type Product = (a: tf.Tensor2D, b: tf.Tensor2D) => tf.Tensor;

/** Ours, which takes b transposed: for a speed the values do not matter. */
const ourProduct: Product = (a, b) =>
  runKernel<tf.Tensor>('Linear', { x: a, weight: tf.reshape(b, [b.shape[1], -1]) });

async function productFlops(
  [m, k, n]: readonly [number, number, number],
  product: Product,
): Promise<number> {
  const [a, b] = [tf.randomUniform<tf.Rank.R2>([m, k]), tf.randomUniform<tf.Rank.R2>([k, n])];
  const multiply = async (times: number): Promise<void> => {
    for (let i = 0; i < times - 1; i++) product(a, b).dispose();
    const last = product(a, b);
    const corner = tf.slice(last, [0, 0], [1, 1]);
    await corner.data();
    tf.dispose([last, corner]);
  };
  await multiply(1);
  const first = performance.now();
  await multiply(1);
  const times = Math.max(1, Math.min(200, Math.round(150 / (performance.now() - first))));
  let best = Infinity;
  for (let repeat = 0; repeat < 4; repeat++) {
    const start = performance.now();
    await multiply(times);
    best = Math.min(best, (performance.now() - start) / 1000 / times);
  }
  tf.dispose([a, b]);
  return (2 * m * k * n) / best;
}

const adapterInfo = async (): Promise<GPUAdapterInfo | undefined> =>
  (await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' }))?.info;

async function adapterName(): Promise<string> {
  const info = await adapterInfo();
  const words = info ? [info.vendor, info.architecture, info.device, info.description] : [];
  return words.filter(Boolean).join(' ') || 'unnamed WebGPU adapter';
}

const isEmulated = async (): Promise<boolean> =>
  /swiftshader|llvmpipe|lavapipe|software/i.test(await adapterName());
