import type { BenchEngine, BenchSetup } from './benchEngine.ts';
import type { Speed } from './benchJob.ts';
import type { GpuCounters } from './gpuCounters.ts';
import type { KernelTimes } from './gpuTimes.ts';
import { learnableBatch } from './learnableStream.ts';
import type { BenchBatch } from './learnableStream.ts';

const logEvery = 10;

/** Steps of one engine: first, warm, counted, timed. `start` creates the engine. */
export async function measureSpeed(
  start: () => Promise<BenchEngine>,
  { shape, seed }: BenchSetup,
  seconds: number,
  { counters, times }: { counters: GpuCounters; times: KernelTimes },
): Promise<Speed> {
  const batches = Array.from({ length: 16 }, (_, i) => learnableBatch(shape, seed, i));
  const batch = (i: number): BenchBatch => batches[i % batches.length]!;
  const started = performance.now();
  const engine = await start();
  await engine.step(batch(0), true);
  const firstStepMs = performance.now() - started;
  const warm = performance.now();
  await engine.step(batch(1), true);
  const isSlow = performance.now() - warm > (seconds * 1000) / 4;
  if (!isSlow) for (let i = 2; i < 5; i++) await engine.step(batch(i), true);
  counters.reset();
  const nCounted = isSlow ? 1 : 2;
  for (let i = 0; i < nCounted; i++) await engine.step(batch(5 + i), true);
  const counts = { ...counters.counts };
  for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] /= nCounted;
  const timed = await timeSteps(engine, batch, seconds);
  const { nParams, notes } = engine;
  const tokens = timed.steps * shape.batchSize * shape.seqLen;
  const peakBytes = counters.peakBytes() || null;
  const kernelTimes = await times.during(() => engine.step(batch(0), true));
  engine.dispose();
  const tokensPerSecond = tokens / timed.seconds;
  const { steps, loss } = timed;
  return {
    tokensPerSecond,
    steps,
    loss,
    firstStepMs,
    counts,
    kernelTimes,
    peakBytes,
    nParams,
    notes,
  };
}

/** Steps for `seconds`, the loss read at every tenth as a run does, the device idle at the end. */
async function timeSteps(
  engine: BenchEngine,
  batch: (i: number) => BenchBatch,
  seconds: number,
): Promise<{ steps: number; seconds: number; loss: number }> {
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  let steps = 0;
  for (;;) {
    // Reads keep the queue short: without them a slow device would be given minutes of work.
    const stepSeconds = steps ? elapsed() / steps : 0;
    const isLogged = (steps + 1) % logEvery === 0 || stepSeconds > seconds / logEvery;
    const isLast = steps > 0 && elapsed() + stepSeconds >= seconds;
    const loss = await engine.step(batch(steps), isLogged || isLast);
    steps += 1;
    if (isLast) return { steps, seconds: elapsed(), loss: loss ?? NaN };
  }
}
