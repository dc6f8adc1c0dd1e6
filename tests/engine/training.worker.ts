import './dynamicImports.ts';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import * as Comlink from 'comlink';
import type { Batch } from '../../src/core/batch/batch.ts';
import type { LlamaConfig } from '../../src/core/families/llama.ts';
import type { BackendName } from '../../src/core/protocol/index.ts';
import { randomStream } from '../../src/core/random.ts';
import { startCpu } from '../../workers/backend/startCpu.ts';
import { startWasm } from '../../workers/backend/startWasm.ts';
import { findAdapter, startWebgpu } from '../../workers/backend/startWebgpu.ts';
import { setReferenceMode } from '../../workers/kernels/implementation.ts';
import { trainStep } from '../../workers/loop/step.ts';
import { createStepQueue } from '../../workers/loop/stepQueue.ts';
import type { StepNumbers } from '../../workers/loop/stepQueue.ts';
import { disposeState, initialState } from '../../workers/loop/trainState.ts';
import { createAdapters } from '../../workers/model/adapters.ts';
import { createModel, weightsOf } from '../../workers/model/model.ts';
import type { ParamLayout } from '../../workers/model/layout.ts';
import { selfTest } from '../../workers/selfTest/selfTest.ts';

export interface TrainingRun {
  readonly config: LlamaConfig;
  readonly batchSize: number;
  readonly seqLen: number;
  readonly nSteps: number;
  readonly isReference?: boolean;
  /** Trains low-rank adapters of this rank on the frozen model. */
  readonly rank?: number;
  /** Steps after which memory and calls are counted from. */
  readonly warmUp?: number;
}

/** What changed between the warm-up and the end. */
export interface Growth {
  readonly tensors: number;
  /** Bytes of the WASM heap in tensors, or of GPU buffers in use and in tfjs's pool. */
  readonly bytes: number;
  readonly calls: GpuCalls;
}
export interface GpuCalls {
  dispatches: number;
  submits: number;
  newBuffers: number;
  readBacks: number;
}

const calls: GpuCalls = { dispatches: 0, submits: 0, newBuffers: 0, readBacks: 0 };
const errors: string[] = [];

const api = {
  async start(backend: BackendName): Promise<void> {
    if (backend === 'cpu') return void (await startCpu());
    if (backend === 'wasm') return void (await startWasm([]));
    countCalls();
    const adapter = await findAdapter();
    await startWebgpu(adapter!, (lost) => errors.push(lost.message), [], {});
  },

  /** From now on this kernel gives results that are three times too large, with the wrong sign. */
  breakKernel(name: string): void {
    const right = tf.getKernel(name, tf.getBackend());
    tf.unregisterKernel(name, tf.getBackend());
    const kernelFunc: tf.KernelFunc = (params) => {
      const result = right.kernelFunc(params) as tf.TensorInfo;
      const tensor = tf.engine().makeTensorFromTensorInfo(result);
      return tf.mul(tensor, -3);
    };
    tf.registerKernel({ ...right, kernelFunc });
  },

  selfTest: () => selfTest(),

  async train(run: TrainingRun): Promise<{ losses: number[]; growth: Growth }> {
    setReferenceMode(run.isReference ?? false);
    const model = createModel(run.config);
    const stream = randomStream(3, 'weights');
    const values = Float32Array.from(
      { length: model.layout.flatLength },
      () => stream.next() - 0.5,
    );
    for (let i = 0; i < values.length; i++) values[i]! *= run.rank ? 0.6 : 0.2;
    // Adapters leave the gains alone: small ones would hold the logits at zero, the loss at chance.
    if (run.rank) fillGains(model.layout, values);
    const base = weightsOf(model, values);
    const weights = run.rank ? await createAdapters(model, base, run.rank, 1) : base;
    const state = initialState(weights);
    // A clock that stands still: reads of always as many steps, as on a machine that is not disturbed.
    const queue = createStepQueue(() => 0);
    const numbers: StepNumbers[] = [];
    let before = usage();
    for (let i = 0; i < run.nSteps; i++) {
      if (i === (run.warmUp ?? 0)) {
        numbers.push(...(await queue.settle(true)));
        before = usage();
      }
      const options = { nTasks: 2, learningRate: 0.01, weightDecay: 0.1, maxGradNorm: 1 };
      const result = trainStep(model, state, batchOf(run, i % 4), options);
      queue.push({ ...result, learningRate: options.learningRate });
      numbers.push(...(await queue.settle(false)));
    }
    numbers.push(...(await queue.settle(true)));
    const growth = grown(before, usage());
    disposeState(state);
    weights.dispose();
    if (weights !== base) base.dispose();
    model.dispose();
    setReferenceMode(false);
    if (errors.length > 0) throw new Error(errors.splice(0).join(' '));
    return { losses: numbers.map(meanLoss), growth };
  },
};

export type Training = typeof api;
Comlink.expose(api);

function fillGains({ specs }: ParamLayout, values: Float32Array): void {
  for (const { offset, size, plan } of specs) {
    if (plan.role === 'gain') values.fill(1, offset, offset + size);
  }
}

const meanLoss = ({ lossSums, nLossTokens }: StepNumbers): number =>
  lossSums.reduce((sum, loss) => sum + loss, 0) / nLossTokens;

/** Rows of two examples that count upwards, the first quarter of each without loss. */
function batchOf({ config, batchSize, seqLen }: TrainingRun, index: number): Batch {
  const n = batchSize * seqLen;
  const stream = randomStream(4, 'batch', index);
  const inputIds = new Int32Array(n);
  const exampleIds = new Int32Array(n);
  const lossMask = new Float32Array(n);
  const half = seqLen / 2;
  for (let at = 0; at < n; at++) {
    const place = at % half;
    inputIds[at] =
      place === 0 ? stream.int(config.vocabSize) : (inputIds[at - 1]! + 1) % config.vocabSize;
    exampleIds[at] = at % seqLen < half ? 1 : 2;
    lossMask[at] = place < half / 4 ? 0 : 1;
  }
  return {
    batchSize,
    seqLen,
    inputIds,
    targets: inputIds.map((id) => (id + 1) % config.vocabSize),
    lossMask,
    exampleIds,
    taskIds: exampleIds.map((id) => id - 1),
    partIds: new Uint8Array(n),
  };
}

interface Usage {
  readonly tensors: number;
  readonly bytes: number;
  readonly calls: GpuCalls;
}

function usage(): Usage {
  const { numTensors, ...memory } = tf.memory() as tf.MemoryInfo & {
    numBytesAllocatedInGPU?: number;
  };
  const bytes = memory.numBytesAllocatedInGPU ?? heapBytes();
  return { tensors: numTensors, bytes, calls: { ...calls } };
}

/** Size of tfjs-WASM's heap, which never shrinks; its typings do not know it. */
function heapBytes(): number {
  if (tf.getBackend() !== 'wasm') return 0; // JavaScript's own memory cannot be seen
  const { wasm } = tf.backend() as BackendWasm;
  return (wasm as unknown as { HEAPU8: Uint8Array }).HEAPU8.byteLength;
}

function grown(from: Usage, to: Usage): Growth {
  const names = Object.keys(calls) as (keyof GpuCalls)[];
  const difference = names.map((name) => [name, to.calls[name] - from.calls[name]] as const);
  return {
    tensors: to.tensors - from.tensors,
    bytes: to.bytes - from.bytes,
    calls: Object.fromEntries(difference) as Record<keyof GpuCalls, number>,
  };
}

/** Counts what reaches the GPU from here on. */
function countCalls(): void {
  wrap(GPUComputePassEncoder.prototype, 'dispatchWorkgroups', 'dispatches');
  wrap(GPUComputePassEncoder.prototype, 'dispatchWorkgroupsIndirect', 'dispatches');
  wrap(GPUQueue.prototype, 'submit', 'submits');
  wrap(GPUDevice.prototype, 'createBuffer', 'newBuffers');
  wrap(GPUBuffer.prototype, 'mapAsync', 'readBacks');
}

function wrap<K extends string>(
  prototype: Record<K, unknown>,
  method: K,
  count: keyof GpuCalls,
): void {
  const original = prototype[method] as (...args: unknown[]) => unknown;
  prototype[method] = function (this: unknown, ...args: unknown[]): unknown {
    calls[count]++;
    return original.apply(this, args);
  };
}
