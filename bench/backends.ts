/**
 * Training speed of each backend on this machine, as ratios measured in one run:
 *   npm run bench -- [--model nano|mini] [--backends wasm,cpu] [--steps 12] [--rounds 3]
 * Every figure comes from the built page's own worker, the backends taking turns in each round.
 */
import { stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { median } from '../src/core/analysis/median.ts';
import type { BackendName, ModelName } from '../src/core/protocol.ts';
import { defaultSettings } from '../src/core/settings.ts';
import { ensureBuilt } from '../scripts/build/ensureBuilt.ts';
import { serveSite } from '../scripts/build/serveSite.ts';
import type { TrainConfig } from '../scripts/train/config.ts';
import { runExperiment } from '../scripts/train/experiment.ts';
import { createInterruption } from '../scripts/train/interruption.ts';
import { openMixdesk } from '../scripts/train/mixdeskPage.ts';
import { createProgress } from '../scripts/train/progress.ts';

const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'nano' },
    backends: { type: 'string', default: 'wasm,cpu' },
    steps: { type: 'string', default: '12' },
    rounds: { type: 'string', default: '3' },
  },
});
const backends = values.backends.split(',') as BackendName[];

/** All twelve tasks, and as little evaluation as there can be. */
function benchConfig(model: ModelName, steps: number): TrainConfig {
  const settings = defaultSettings(model);
  const trainTokens = steps * settings.batchSize * settings.seqLen;
  return {
    model,
    tasks: 'all',
    levels: {},
    muted: [],
    settings: {
      ...settings,
      trainTokens,
      evalEvery: 100_000,
      evalInstances: 1,
      metricInstances: 0,
    },
    testInstances: 1,
    validationInstances: 1,
    samplesPerTask: 0,
  };
}

async function tokensPerSecond(siteUrl: string, backend: BackendName): Promise<[string, number]> {
  const desk = await openMixdesk(siteUrl, backend);
  try {
    const record = await runExperiment({
      desk,
      config: benchConfig(values.model as ModelName, Number(values.steps)),
      ownFiles: [],
      interruption: createInterruption(),
      progress: createProgress(() => performance.now()),
    });
    if (!record.summary) throw new Error(record.error ?? 'the run ended early');
    return [desk.engine.adapter, record.summary.tokensPerSecond];
  } finally {
    await desk.close();
  }
}

await ensureBuilt();
const site = await serveSite();
const speeds = new Map<BackendName, number[]>(backends.map((backend) => [backend, []]));
const adapters = new Map<BackendName, string>();
for (let round = 0; round < Number(values.rounds); round++) {
  for (const backend of round % 2 ? backends.toReversed() : backends) {
    stderr.write(`round ${round + 1}: ${backend}\n`);
    const [adapter, speed] = await tokensPerSecond(site.url, backend);
    adapters.set(backend, adapter);
    speeds.get(backend)!.push(speed);
  }
}
await site.close();

const reference = median(speeds.get(backends[0]!)!);
stdout.write(
  `${values.model}, tokens per second (median, lowest–highest), ratio to ${backends[0]}\n`,
);
for (const [backend, list] of speeds) {
  const sorted = list.sort((a, b) => a - b);
  const [low, middle, high] = [sorted[0]!, median(sorted), sorted.at(-1)!].map(Math.round);
  const ratio = (median(sorted) / reference).toFixed(3);
  stdout.write(`${backend}: ${middle} (${low}–${high}), ${ratio}, ${adapters.get(backend)}\n`);
}
