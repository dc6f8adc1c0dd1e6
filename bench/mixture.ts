/**
 * Training examples a second on the default mixture: this engine as it trains (packed rows, the head on
 * answers only) beside PyTorch as people train (an example a row, padded to the longest of the batch, all
 * logits, loss masked). The same model and weights, the same examples in each step, so the same losses:
 *   npm run bench:mixture -- [--rounds 3] [--batches 20] [--threads 1,2] [--job-limit 600]
 * Prints the figures and stores bench/results/mixture.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, stderr, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { median } from '../src/core/statistics/median.ts';
import { createTokenizer } from '../src/core/formats/tokenizerJson.ts';
import { parseDatasetIndex } from '../src/core/tasks/datasetIndex.ts';
import { parseNaturalInstructions } from '../src/core/tasks/parseNaturalInstructions.ts';
import { projectRoot } from '../tools/build/ensureBuilt.ts';
import { adamW, nativeEngineNames } from './benchEngine.ts';
import type { EngineName } from './benchEngine.ts';
import type { MixturePass } from './benchJob.ts';
import { defaultMixture, mixtureSettings, unpacked } from './defaultMixture.ts';
import type { LooseExample } from './defaultMixture.ts';
import { threadsOf } from './native/runNativeJob.ts';
import { runPython } from './native/runPython.ts';
import { commit, openBench, today } from './openBench.ts';
import type { OpenBench } from './openBench.ts';
import { resultsFolder } from './storeResults.ts';

/** Relative: both compute in single precision, in their own orders. */
const tolerance = 1e-3;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    batches: { type: 'string', default: '20' },
    threads: { type: 'string', default: '1,2' },
    'job-limit': { type: 'string', default: '600' },
  },
});
const [nRounds, nBatches] = [Number(values.rounds), Number(values.batches)];
const threads = values.threads.split(',').map(Number);
const engines: readonly EngineName[] = [
  'mixdesk',
  ...nativeEngineNames.filter((engine) => threads.includes(threadsOf[engine])),
];

const bench = await openBench(false);
try {
  const batches = looseBatches(nBatches);
  const nExamples = batches.flat().length;
  await compareFirstLosses(bench, batches);
  const passes = new Map<EngineName, MixturePass[]>(engines.map((engine) => [engine, []]));
  for (let round = 0; round < nRounds; round++) {
    for (const engine of round % 2 ? engines.toReversed() : engines) {
      stderr.write(`${engine}, round ${round + 1} of ${nRounds}\n`);
      passes.get(engine)!.push(await pass(bench, engine, batches));
    }
  }
  const cores = await bench.page.evaluate(() => navigator.hardwareConcurrency);
  const rows = engines.map((engine) => {
    const rounds = passes.get(engine)!.map(({ seconds }) => nExamples / seconds);
    const { tokens, lastLoss } = passes.get(engine)!.at(-1);
    return {
      engine,
      examplesPerSecond: median(rounds),
      rounds,
      tokens,
      lastLoss,
    };
  });
  const [ours, ...theirs] = rows.map(({ rounds }) => rounds);
  const ratios = ours!.map((speed, round) => speed / Math.max(...theirs.map((all) => all[round]!)));
  const ratio = median(ratios);
  const command = `npm run bench:mixture -- ${argv.slice(2).join(' ')}`.trim();
  const facts = {
    adapter: `WASM, ${cores} cores`,
    driver: bench.driver,
    date: today(),
    commit: commit(),
  };
  const result = { ...facts, command, nBatches, nExamples, ratio, rows };
  writeFileSync(join(resultsFolder, 'mixture.json'), `${JSON.stringify(result, null, 2)}\n`);
  for (const { engine, examplesPerSecond, tokens } of rows) {
    stdout.write(`${engine}: ${examplesPerSecond.toFixed(1)} examples/s, ${tokens} positions\n`);
  }
  stdout.write(`${ratio.toFixed(2)} × the better PyTorch, median of ${nRounds} rounds\n`);
} finally {
  await bench.close();
}

/** The examples of each step. */
function looseBatches(count: number): LooseExample[][] {
  const read = (path: string): unknown =>
    JSON.parse(readFileSync(join(projectRoot, 'public', path), 'utf8'));
  const { tasks } = parseDatasetIndex(read('datasets/index.json'));
  const parsed = tasks.map(({ file }) => parseNaturalInstructions(read(`datasets/${file}`), file));
  const tokenizer = createTokenizer(read('models/mini/tokenizer.json'));
  const next = defaultMixture(parsed, tokenizer);
  return Array.from({ length: count }, () => unpacked(next()));
}

/** @throws Error when an engine's first step has another loss: then no speed counts. */
async function compareFirstLosses(open: OpenBench, all: readonly LooseExample[][]): Promise<void> {
  const [wanted, ...others] = await inTurn(engines, (engine) =>
    pass(open, engine, all.slice(0, 3)),
  );
  others.forEach(({ firstLoss }, i) => {
    const isSame = Math.abs(firstLoss / wanted!.firstLoss - 1) <= tolerance;
    stderr.write(`first loss: mixdesk ${wanted!.firstLoss}, ${engines[i + 1]} ${firstLoss}\n`);
    if (!isSame) throw new Error(`${engines[i + 1]}: the first loss is another one`);
  });
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** @throws Error with the reason when the engine does not run here. */
async function pass(
  { page }: OpenBench,
  engine: EngineName,
  batches: readonly LooseExample[][],
): Promise<MixturePass> {
  if (engine !== 'mixdesk') {
    const { learningRate, weightDecay, maxGradNorm } = mixtureSettings;
    const job = {
      kind: 'mixture',
      threads: threadsOf[engine as keyof typeof threadsOf],
      model: join(projectRoot, 'public', 'models', 'mini'),
      adamW: { ...adamW, learningRate, weightDecay, maxGradNorm },
      batches,
    } as const;
    return runPython<MixturePass>(job, Number(values['job-limit']));
  }
  const reply = await page.evaluate((count) => window.bench.mixture('wasm', count), batches.length);
  if (!reply.ok) throw new Error(reply.error);
  return reply.value;
}
