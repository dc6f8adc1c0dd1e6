import { modelSizes } from '../src/core/models.ts';
import { createBatchStream } from '../src/core/batch/batchStream.ts';
import { mixdesk } from '../src/core/render/mixdesk.ts';
import { noRehearsal } from '../src/core/rehearsal/rehearsalRows.ts';
import { defaultSettings } from '../src/core/settings/table.ts';
import { parseDatasetIndex } from '../src/core/tasks/datasetIndex.ts';
import { parseNaturalInstructions } from '../src/core/tasks/parseNaturalInstructions.ts';
import type { Task } from '../src/core/tasks/task.ts';
import { startEngine } from '../workers/backend/startEngine.ts';
import { loadModel } from '../workers/data/loadModel.ts';
import type { LoadedModel } from '../workers/data/loadModel.ts';
import { trainStep } from '../workers/loop/step.ts';
import { initialState } from '../workers/loop/trainState.ts';
import { copyWeights } from '../workers/model/model.ts';
import type { BenchBackend } from './benchEngine.ts';
import type { Desk } from './benchJob.ts';

const nDifferent = 4;
const silent = (): void => undefined;

/** The site's own model `mini` with the engine on this backend. */
export async function startMini(backend: BenchBackend, siteUrl: string): Promise<LoadedModel> {
  await startEngine(backend, (lost) => console.error(lost));
  return loadModel(`${siteUrl}models/mini/`, 'mini', silent);
}

/** The first `count` built-in tasks of the site. */
export async function builtInTasks(siteUrl: string, count: number): Promise<Task[]> {
  const index: unknown = await (await fetch(`${siteUrl}datasets/index.json`)).json();
  const files = parseDatasetIndex(index).tasks.slice(0, count);
  return Promise.all(
    files.map(async ({ file }) =>
      parseNaturalInstructions(await (await fetch(`${siteUrl}datasets/${file}`)).json(), file),
    ),
  );
}

/**
 * Whole steps as a run takes them, from drawing examples to reading the losses, with this many
 * channels on the desk: copies of the same four tasks, so that the batches are alike.
 */
export async function measureDesk(
  backend: BenchBackend,
  siteUrl: string,
  nTasks: number,
  seconds: number,
): Promise<Desk> {
  const { model, tokenizer, base } = await startMini(backend, siteUrl);
  const different = await builtInTasks(siteUrl, nDifferent);
  const tasks = Array.from({ length: nTasks }, (_, i) => ({
    ...different[i % nDifferent]!,
    id: `task ${i}`,
  }));
  const settings = defaultSettings(modelSizes.mini);
  const { batchSize, seqLen, learningRate, weightDecay, maxGradNorm } = settings;
  const stream = createBatchStream({
    seed: 1,
    tasks,
    reading: { tokenizer, format: mixdesk },
    batchSize,
    seqLen,
    shotShare: 0,
    wordDropout: 0,
    rehearsal: noRehearsal,
  });
  const rates = tasks.map(() => 1 / nTasks);
  const state = initialState(copyWeights(model, base));
  const options = { nTasks, learningRate, weightDecay, maxGradNorm };
  const step = async (): Promise<void> => {
    const { stats } = trainStep(model, state, stream.next(rates).batch, options);
    await stats.data();
    stats.dispose();
  };
  for (let i = 0; i < 10; i++) await step();
  const start = performance.now();
  let steps = 0;
  while (performance.now() - start < 1000 * seconds) {
    await step();
    steps++;
  }
  return { msPerStep: (performance.now() - start) / steps, steps };
}
