import { llama } from '../../src/core/families/llama.ts';
import { laidOut } from '../../workers/model/layout.ts';
import { adamW } from '../benchEngine.ts';
import type { BenchSetup, NativeEngineName } from '../benchEngine.ts';
import type { BenchJob, BenchReply, Parity, Speed } from '../benchJob.ts';
import { initialWeights, modelConfigOf } from '../initialWeights.ts';
import { learnableBatch } from '../learnableStream.ts';
import { runPython } from './runPython.ts';
import type { PythonJob } from './runPython.ts';

/** Batches that a speed job goes round, as in the page. */
const nBatches = 16;

export const threadsOf: Readonly<Record<NativeEngineName, number>> = {
  'pytorch-1': 1,
  'pytorch-2': 2,
};

type TrainingJob = Extract<BenchJob, { kind: 'speed' | 'parity' }>;

/** A job of an engine outside the browser: the same weights, tokens and optimizer as in the page. */
export async function runNativeJob(job: BenchJob, limitSeconds: number): Promise<BenchReply> {
  try {
    if (job.kind !== 'speed' && job.kind !== 'parity') throw new Error('not a job of its kind');
    return { ok: true, value: await answer(job, limitSeconds) };
  } catch (error) {
    return { ok: false, error: (error as Error).message };
  }
}

async function answer(job: TrainingJob, limitSeconds: number): Promise<Speed | Parity> {
  const threads = threadsOf[job.engine as NativeEngineName];
  const count = job.kind === 'parity' ? job.steps : nBatches;
  const common = { threads, ...trained(job.setup, count) };
  if (job.kind === 'parity') return runPython<Parity>({ kind: 'parity', ...common }, limitSeconds);
  const { seconds } = job;
  const speed = await runPython<Speed>({ kind: 'speed', seconds, ...common }, limitSeconds);
  const counts = { dispatches: 0, submits: 0, newBuffers: 0, readbacks: 0 };
  return { ...speed, counts, kernelTimes: null, peakBytes: null };
}

/** What is trained, on what and how. */
function trained({ shape, seed }: BenchSetup, count: number): Omit<PythonJob, 'kind' | 'threads'> {
  const layout = laidOut(llama.blocks(modelConfigOf(shape)));
  const flat = initialWeights(layout, seed);
  const weights = new Float32Array(layout.nParams);
  let at = 0;
  for (const { offset, size } of layout.specs) {
    weights.set(flat.subarray(offset, offset + size), at);
    at += size;
  }
  const batches = Array.from({ length: count }, (_, i) => {
    const { inputIds, targets } = learnableBatch(shape, seed, i);
    return { inputIds: [...inputIds], targets: [...targets] };
  });
  return { shape, weights, batches, adamW };
}
