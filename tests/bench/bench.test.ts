import { expect, test } from 'vitest';
import type { Speed } from '../../bench/benchJob.ts';
import { benchRow, mergedRows, pairedRatio } from '../../bench/benchRow.ts';
import type { BenchRow } from '../../bench/benchRow.ts';
import type { EngineName } from '../../bench/benchEngine.ts';
import { canRun } from '../../bench/benchPlan.ts';
import { theirTensor } from '../../bench/engines/webgpuLlmEngine.ts';
import { learnableBatch } from '../../bench/learnableStream.ts';
import { resultsTable } from '../../bench/resultsTable.ts';
import { shapes } from '../../bench/shapes.ts';
import { trainingFlops } from '../../bench/trainingFlops.ts';

test('a step’s arithmetic is six operations a weight and token, and half an attention square', () => {
  const tiny = { nLayers: 1, dModel: 2, dFf: 3, vocabSize: 5, seqLen: 4, batchSize: 1 };
  const weights = 4 * 4 + 3 * 2 * 3 + 5 * 2;
  expect(trainingFlops(tiny)).toBe(4 * (6 * weights + 6 * 4 * 2));
});

test('the stream repeats with its seed, and each target is the next input', () => {
  const batch = learnableBatch(shapes.A, 7, 3);
  expect(learnableBatch(shapes.A, 7, 3)).toEqual(batch);
  expect([...batch.targets.slice(0, 31)]).toEqual([...batch.inputIds.slice(1, 32)]);
  expect(learnableBatch(shapes.A, 8, 3)).not.toEqual(batch);
});

test('ratios are taken within rounds, so that a machine that slows down harms nobody', () => {
  const [ours, theirs] = [row('mixdesk', [200, 20]), row('tfjs', [100, 10])];
  expect(pairedRatio(ours, theirs)).toBe(2);
  expect(pairedRatio(row('mixdesk', [null, 20]), theirs)).toBe(2);
  expect(pairedRatio(row('mixdesk', [null, null]), theirs)).toBeNull();
});

test('utilisation compares the median with the best product of the run', () => {
  const { A } = shapes;
  const flops = trainingFlops(A) / (A.batchSize * A.seqLen);
  expect(row('mixdesk', [10, 30, 20], 40 * flops).utilisation).toBeCloseTo(0.5);
});

test('a later run replaces its own rows and leaves the others', () => {
  const merged = mergedRows([row('mixdesk', [1]), row('tfjs', [2])], [row('mixdesk', [3])]);
  expect(merged.map(({ engine, tokensPerSecond }) => [engine, tokensPerSecond])).toEqual([
    ['tfjs', 2],
    ['mixdesk', 3],
  ]);
});

test('the table strikes out a speed without parity', () => {
  const uncounted: BenchRow = { ...row('jax-js', [5]), lossParity: false, parityLoss: 2 };
  expect(resultsTable([uncounted])).toContain('~~5 (5–5)~~');
});

test('PyTorch stands beside WASM, nanogpt and webgpu-llm on WebGPU only', () => {
  expect(canRun('pytorch-1', 'wasm', 'fp32')).toBe(true);
  expect(canRun('pytorch-1', 'webgpu', 'fp32')).toBe(false);
  expect(canRun('webgpu-llm', 'wasm', 'fp32')).toBe(false);
  expect(canRun('webgpu-llm', 'webgpu', 'fp16')).toBe(true);
});

test('webgpu-llm gets our weights as [in, out], pairs of a rotated head side by side', () => {
  const shape = { ...shapes.A, dModel: 8, nHeads: 2 }; // heads of 4: dimensions 0, 1 turn with 2, 3
  const flat = Float32Array.from({ length: 64 }, (_, i) => i);
  const spec = { shape: [8, 8], offset: 0, size: 64 };
  const firstColumn = (name: string): number[] => {
    const full = `model.layers.3.self_attn.${name}.weight`;
    return [...theirTensor({ ...spec, name: full }, flat, shape).data.subarray(0, 8)];
  };
  expect(firstColumn('v_proj')).toEqual([0, 8, 16, 24, 32, 40, 48, 56]);
  expect(firstColumn('q_proj')).toEqual([0, 16, 8, 24, 32, 48, 40, 56]);
});

function row(engine: EngineName, speeds: readonly (number | null)[], bestFlops = 1e9): BenchRow {
  return benchRow({
    backend: 'wasm',
    adapter: 'WASM, 2 cores',
    shape: shapes.A,
    precision: 'fp32',
    engine,
    speeds: speeds.map((speed) => (speed === null ? null : speedOf(speed))),
    bestFlops,
    parity: { lossParity: null, parityLoss: null, parityShape: null },
    errors: [],
  });
}

const speedOf = (tokensPerSecond: number): Speed => ({
  tokensPerSecond,
  steps: 1,
  firstStepMs: 1,
  counts: { dispatches: 0, submits: 0, newBuffers: 0, readbacks: 0 },
  kernelTimes: null,
  peakBytes: null,
  nParams: 1,
  notes: [],
  loss: 1,
});
