/**
 * Zero-shot on held-out clusters (Must show 3 of the held-out protocol): each cluster in turn leaves
 * with its leak partners; the rest is trained on; the cluster is judged. Beside it, models tuned on the
 * same number of training tokens from one cluster only.
 *
 *   npx tsx scripts/studies/heldOut.ts [--model mini] [--tokens 1500000] [--seeds 1,2,3]
 *       [--targets 'extractive QA,…'] [--singles 'reading gym,…'] [--instances 100]
 *
 * Each run is kept in .cache/studies/held-out and not run again. Report: docs/held-out.md and
 * docs/results/held-out.json.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { heldOutSplit } from '../../src/core/heldOut/heldOutSplit.ts';
import type { ModelName, TaskEvaluation } from '../../src/core/protocol.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { ensureBuilt } from '../build/ensureBuilt.ts';
import { serveSite } from '../build/serveSite.ts';
import { writeHeldOutReport, type HeldOutRun } from './heldOutReport.ts';
import { trainOnce, type Job } from './trainOnce.ts';

const folder = '.cache/studies/held-out';
const { values } = parseArgs({
  options: {
    model: { type: 'string', default: 'mini' },
    tokens: { type: 'string', default: '1500000' },
    seeds: { type: 'string', default: '1,2,3' },
    instances: { type: 'string', default: '100' },
    targets: {
      type: 'string',
      default:
        'extractive QA,topic and genre,yes/no reading,sentiment and rating,coreference,data and text,summarization,code',
    },
    singles: { type: 'string', default: 'reading gym,lists and words,entity recognition' },
  },
});
const index = parseDatasetIndex(JSON.parse(readFileSync('public/datasets/index.json', 'utf8')));
const list = (text: string): string[] => text.split(',');
const inCluster = (cluster: string): string[] =>
  index.tasks.filter((task) => task.cluster === cluster).map(({ id }) => id);
const targets = list(values.targets);
const allTargets = targets.flatMap(inCluster);

interface Planned {
  readonly name: string;
  readonly kind: HeldOutRun['kind'];
  readonly cluster: string;
  readonly seed: number;
  readonly trained: readonly string[];
  readonly judged: readonly string[];
}

/** Seed by seed, so that a run that is stopped early has whole rounds. */
const plan: Planned[] = [
  { name: 'base', kind: 'base', cluster: '', seed: 1, trained: [], judged: allTargets },
  ...list(values.seeds)
    .map(Number)
    .flatMap((seed) => [
      ...targets.map((cluster): Planned => {
        const { trained, heldOut } = heldOutSplit([cluster], index.tasks);
        const name = `without ${cluster} ${seed}`;
        return { name, kind: 'heldOut', cluster, seed, trained, judged: heldOut };
      }),
      ...list(values.singles).map((cluster): Planned => {
        const trained = inCluster(cluster);
        const judged = allTargets.filter((id) => !trained.includes(id));
        return { name: `only ${cluster} ${seed}`, kind: 'single', cluster, seed, trained, judged };
      }),
    ]),
];

function jobOf({ kind, seed, trained, judged }: Planned): Job {
  return {
    model: values.model as ModelName,
    startFrom: 'base',
    seed,
    tokens: kind === 'base' ? 0 : Number(values.tokens),
    trained,
    judged,
    evaluations: [{ split: 'test', maxInstances: Number(values.instances), withRank: true }],
  };
}

mkdirSync(folder, { recursive: true });
await ensureBuilt();
const site = await serveSite();
try {
  for (const planned of plan) {
    const path = join(folder, `${planned.name.replaceAll(/[^\w]+/g, '-')}.json`);
    if (existsSync(path)) continue;
    const startedAt = performance.now();
    const [results] = await trainOnce(site.url, jobOf(planned));
    const { name, kind, cluster, seed } = planned;
    const run: HeldOutRun = { name, kind, cluster, seed, results: results as TaskEvaluation[] };
    writeFileSync(path, JSON.stringify(run));
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    const scores = run.results.map(({ taskId, score, rankScore }) =>
      [taskId, score?.toFixed(0), rankScore?.toFixed(0)].filter(Boolean).join(' '),
    );
    console.log(`${name} (${seconds} s): ${scores.join(', ')}`);
  }
} finally {
  await site.close();
}
writeHeldOutReport(folder, index, { model: values.model, tokens: Number(values.tokens) });
