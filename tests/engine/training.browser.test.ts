import * as Comlink from 'comlink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BackendName } from '../../src/core/protocol/index.ts';
import type { Training, TrainingRun } from './training.worker.ts';

/** Of odd sizes and with shared key/value heads; two examples in a row. */
const tiny: Omit<TrainingRun, 'nSteps'> = {
  config: {
    modelType: 'llama',
    vocabSize: 67,
    dModel: 20,
    nLayers: 2,
    nHeads: 4,
    nKvHeads: 2,
    headDim: 6,
    dFf: 34,
    maxSeqLen: 32,
    ropeTheta: 10_000,
    rmsNormEps: 1e-5,
    isTied: true,
  },
  batchSize: 3,
  seqLen: 32,
};
/** As many layers as shape B of the bench; calls do not depend on the widths. */
const deep = { ...tiny, config: { ...tiny.config, nLayers: 4 }, batchSize: 2 };

async function startTraining(backend: BackendName) {
  const url = new URL('./training.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  const api = Comlink.wrap<Training>(worker);
  await api.start(backend);
  return { api, terminate: () => worker.terminate() };
}

const furthest = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((loss, i) => Math.abs(loss / b[i]! - 1)));

describe.each(['wasm', 'webgpu'] as const)('training on %s', (backend) => {
  let engine: Awaited<ReturnType<typeof startTraining>>;
  beforeAll(async () => {
    engine = await startTraining(backend);
  });
  afterAll(() => engine.terminate());

  it('gives the same losses bit for bit over a hundred steps, and learns', async () => {
    const first = await engine.api.train({ ...tiny, nSteps: 100 });
    const second = await engine.api.train({ ...tiny, nSteps: 100 });
    expect(first.losses).toHaveLength(100);
    expect(second.losses).toEqual(first.losses);
    expect(first.losses.at(-1)).toBeLessThan(0.5 * first.losses[0]!);
  });

  it('gives the losses of the references within a thousandth over twenty steps', async () => {
    const ours = await engine.api.train({ ...tiny, nSteps: 20 });
    const plain = await engine.api.train({ ...tiny, nSteps: 20, isReference: true });
    expect(ours.losses).not.toEqual(plain.losses);
    expect(furthest(ours.losses, plain.losses)).toBeLessThan(1e-3);
  });

  it('holds as many tensors and bytes after eighty steps as after thirty', async () => {
    const { growth } = await engine.api.train({ ...tiny, nSteps: 82, warmUp: 33 });
    expect(growth).toMatchObject({ tensors: 0, bytes: 0 });
  });
});

describe('low-rank adapters', () => {
  it('learn on WASM and WebGPU, with the losses of plain JavaScript', async () => {
    const run = { ...tiny, rank: 4, nSteps: 41 };
    const losses: number[][] = [];
    for (const backend of ['cpu', 'wasm', 'webgpu'] as const) {
      const { api, terminate } = await startTraining(backend);
      losses.push((await api.train(run)).losses);
      terminate();
    }
    const [cpu, wasm, webgpu] = losses as [number[], number[], number[]];
    expect(cpu.at(-1)).toBeLessThan(0.6 * cpu[0]!); // both of the first batch
    expect(furthest(wasm, cpu)).toBeLessThan(1e-4);
    expect(furthest(webgpu, cpu)).toBeLessThan(1e-4);
  });
});

describe('a step on WebGPU', () => {
  it('takes at most 130 dispatches, 2 submits, 1 read-back and no new buffer at 4 layers', async () => {
    const { api, terminate } = await startTraining('webgpu');
    const { growth } = await api.train({ ...deep, nSteps: 65, warmUp: 33 });
    terminate();
    const nSteps = 32;
    expect(growth.calls.dispatches / nSteps).toBeLessThanOrEqual(130);
    expect(growth.calls.submits / nSteps).toBeLessThanOrEqual(2);
    expect(growth.calls.readBacks / nSteps).toBeLessThanOrEqual(1);
    expect(growth.calls.newBuffers).toBe(0);
  });
});

describe('a kernel that gives wrong results', () => {
  it.each(['SwiGlu', 'LinearGradInput'])(
    '%s is refused with words, and training goes on right',
    async (name) => {
      const [right, broken] = await Promise.all([startTraining('wasm'), startTraining('wasm')]);
      const wanted = await right.api.train({ ...tiny, nSteps: 10 });
      expect(await right.api.selfTest()).toEqual([]);
      await broken.api.breakKernel(name);
      const wrong = await broken.api.train({ ...tiny, nSteps: 10 });
      expect(furthest(wrong.losses, wanted.losses)).toBeGreaterThan(2e-4);
      const notes = await broken.api.selfTest();
      expect(JSON.stringify(notes)).toContain(name);
      const got = await broken.api.train({ ...tiny, nSteps: 10 });
      expect(furthest(got.losses, wanted.losses)).toBeLessThan(1e-4);
      right.terminate();
      broken.terminate();
    },
  );
});
