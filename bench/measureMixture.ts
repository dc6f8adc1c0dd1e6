import type { Batch } from '../src/core/batch/batch.ts';
import { trainStep } from '../workers/loop/step.ts';
import { initialState } from '../workers/loop/trainState.ts';
import { copyWeights } from '../workers/model/model.ts';
import type { BenchBackend } from './benchEngine.ts';
import type { MixturePass } from './benchJob.ts';
import { defaultMixture, mixtureSettings } from './defaultMixture.ts';
import { builtInTasks, startMini } from './measureDesk.ts';

const nWarm = 3;
const logEvery = 10;

/**
 * One pass of `mini` over the first batches of the default mixture, after a few steps to warm up.
 * Drawing and encoding the examples counts, as in a run.
 */
export async function measureMixture(
  backend: BenchBackend,
  siteUrl: string,
  nBatches: number,
): Promise<MixturePass> {
  const { model, tokenizer, base } = await startMini(backend, siteUrl);
  const tasks = await builtInTasks(siteUrl, Infinity);
  const state = initialState(copyWeights(model, base));
  const { learningRate, weightDecay, maxGradNorm } = mixtureSettings;
  const options = { nTasks: tasks.length, learningRate, weightDecay, maxGradNorm };
  /** Mean loss of the step, nats, where it is read. */
  const step = async (batch: Batch, isRead: boolean): Promise<number> => {
    const { stats, nLossTokens } = trainStep(model, state, batch, options);
    const values = isRead ? Array.from(await stats.data()) : [];
    stats.dispose();
    return values.slice(0, -1).reduce((sum, loss) => sum + loss, 0) / nLossTokens;
  };
  const warm = defaultMixture(tasks, tokenizer);
  const firstLoss = await step(warm(), true);
  for (let i = 1; i < nWarm; i++) await step(warm(), true);
  const start = performance.now();
  const next = defaultMixture(tasks, tokenizer);
  let lastLoss = NaN;
  for (let i = 1; i <= nBatches; i++) {
    const isRead = i % logEvery === 0 || i === nBatches;
    const loss = await step(next(), isRead);
    if (isRead) lastLoss = loss;
  }
  const seconds = (performance.now() - start) / 1000;
  const { batchSize, seqLen } = mixtureSettings;
  return { seconds, firstLoss, lastLoss, tokens: nBatches * batchSize * seqLen };
}
