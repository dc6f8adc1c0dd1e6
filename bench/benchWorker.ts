/** One job in a worker of its own; engines load only when they are asked for. */
import type { BenchEngine, BenchSetup, CreateEngine, PageEngineName } from './benchEngine.ts';
import { isNative } from './benchEngine.ts';
import type { BenchJob, BenchReply, Parity, ResultOf } from './benchJob.ts';
import { watchGpu } from './gpuCounters.ts';
import { watchGpuTimes } from './gpuTimes.ts';
import type { KernelTimes } from './gpuTimes.ts';
import { learnableBatch } from './learnableStream.ts';
import { measureSpeed } from './measureSpeed.ts';

const creators: Readonly<Record<PageEngineName, () => Promise<CreateEngine>>> = {
  mixdesk: async () => (await import('./engines/mixdeskEngine.ts')).createMixdesk,
  tfjs: async () => (await import('./engines/tfjsEngine.ts')).createTfjs,
  nanogpt: async () => (await import('./engines/nanogptEngine.ts')).createNanogpt,
  'jax-js': async () => (await import('./engines/jaxJsEngine.ts')).createJaxJs,
  'webgpu-llm': async () => (await import('./engines/webgpuLlmEngine.ts')).createWebgpuLlm,
};

self.onmessage = async ({ data: job }: MessageEvent<BenchJob>): Promise<void> => {
  self.postMessage(await attempt(job));
};

async function attempt(job: BenchJob): Promise<BenchReply> {
  try {
    return { ok: true, value: await run(job) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

async function run(job: BenchJob): Promise<ResultOf[keyof ResultOf]> {
  if (job.kind === 'products') {
    return (await import('./measureProducts.ts')).measureProducts(job.backend);
  }
  if (job.kind === 'answers') {
    return (await import('./measureAnswers.ts')).measureAnswers(job.backend, job.siteUrl);
  }
  if (job.kind === 'desk') {
    const { measureDesk } = await import('./measureDesk.ts');
    return measureDesk(job.backend, job.siteUrl, job.nTasks, job.seconds);
  }
  if (job.kind === 'evaluations') {
    const { measureEvaluations } = await import('./measureEvaluations.ts');
    return measureEvaluations(job.siteUrl, job.preset, job.trainTokens);
  }
  if (job.kind === 'mixture') {
    const { measureMixture } = await import('./measureMixture.ts');
    return measureMixture(job.backend, job.siteUrl, job.nBatches);
  }
  const { engine } = job;
  if (isNative(engine)) throw new Error(`${engine} runs outside the browser`);
  const watches = { counters: watchGpu(), times: await timesOf(engine, job.setup) };
  const start = await starter(engine, job.setup);
  if (job.kind === 'parity') return measureParity(start, job.setup, job.steps);
  return measureSpeed(start, job.setup, job.seconds, watches);
}

/** By timestamps on a GPU; on WASM by the clock, where TensorFlow.js runs the kernels. */
async function timesOf(engine: PageEngineName, { backend }: BenchSetup): Promise<KernelTimes> {
  if (backend === 'webgpu') return watchGpuTimes();
  if (engine === 'jax-js') return { during: () => Promise.resolve(null) };
  return (await import('./wasmTimes.ts')).wasmTimes;
}

async function starter(
  engine: PageEngineName,
  setup: BenchSetup,
): Promise<() => Promise<BenchEngine>> {
  const create = await creators[engine]();
  return () => create(setup);
}

async function measureParity(
  start: () => Promise<BenchEngine>,
  { shape, seed }: BenchSetup,
  steps: number,
): Promise<Parity> {
  const engine = await start();
  const last: number[] = [];
  for (let i = 0; i < steps; i++) {
    const loss = await engine.step(learnableBatch(shape, seed, i), i >= steps - 5);
    if (loss !== null) last.push(loss);
  }
  engine.dispose();
  return { loss: last.reduce((sum, loss) => sum + loss, 0) / last.length, steps };
}
