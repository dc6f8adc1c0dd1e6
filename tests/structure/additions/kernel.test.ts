/** A toy operation: one folder (`cube/`, as it would stand in workers/kernels), one line in a list, and nothing else. */
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, expect, test } from 'vitest';
import { compileWasmModule, kernelSources } from '../../../tools/build/wasmModule.ts';
import { startWasmKernels } from '../../../workers/backend/startWasmKernels.ts';
import { usesKernel } from '../../../workers/kernels/implementation.ts';
import { operations as shipped } from '../../../workers/kernels/index.ts';
import type { Operation } from '../../../workers/kernels/operation.ts';
import { selfTest } from '../../../workers/selfTest/selfTest.ts';
import { cube } from './cube/cube.ts';
import { cubeOperation } from './cube/operation.ts';

const operations: readonly Operation[] = [...shipped, cubeOperation];
const source = 'tests/structure/additions/cube/cube.as.ts';

beforeAll(async () => {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  await tf.setBackend('wasm');
  const bytes = await compileWasmModule('workers/wasm/kernels.wasm', [...kernelSources(), source]);
  const compile = () => WebAssembly.compile(bytes as Uint8Array<ArrayBuffer>);
  await startWasmKernels([], { threads: 1, operations, compile });
}, 120_000);

test('runs in WASM, with its gradient', async () => {
  expect(usesKernel('Cube')).toBe(true);
  const x = tf.tensor1d([1, 2, -3]);
  const { value, grads } = tf.valueAndGrads((input) => cube(input as tf.Tensor1D))(
    [x],
    tf.ones([3]),
  );
  expect([...(await value.data())]).toEqual([1, 8, -27]);
  expect([...(await grads[0]!.data())]).toEqual([3, 12, 27]);
});

test('passes the self-test with all the others', async () => {
  expect(await selfTest(operations)).toEqual([]);
});

test('is refused when its results are wrong, and its reference stands in', async () => {
  tf.unregisterKernel('Cube', 'wasm');
  tf.registerKernel({
    kernelName: 'Cube',
    backendName: 'wasm',
    kernelFunc: () => tf.zeros([37]),
  });
  expect(await selfTest(operations)).toEqual([
    { key: 'kernelsFallBack', values: { names: ['Cube'] } },
  ]);
  expect(usesKernel('Cube')).toBe(false);
  expect([...(await cube(tf.tensor1d([2])).data())]).toEqual([8]);
});
