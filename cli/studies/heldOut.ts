/**
 * Zero-shot on held-out clusters (Must show 3 of the held-out protocol): each cluster in turn leaves
 * with its leak partners; the rest is trained on; the cluster is judged. Beside it, models tuned on the
 * same number of training tokens from one cluster only, without its tasks that leak into the judged one.
 *
 *   npx tsx cli/studies/heldOut.ts [--model mini] [--tokens 1000000] [--learning-rate 0.001]
 *       [--rehearsal-share 50] [--seeds 1,2,3] [--targets 'extractive QA,…'] [--singles 'reading gym,…'] [--instances 100]
 *
 * Each run is kept in docs/results/held-out.json and not run again: stop it at any time, even for
 * days. Report: docs/held-out.md.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { selectTasks } from '../../src/core/analysis/selection/selectTasks.ts';
import type { TaskEvaluation } from '../../src/core/protocol/index.ts';
import { studyOrder } from '../../src/core/studies/studyOrder.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { ensureBuilt } from '../../tools/build/ensureBuilt.ts';
import { serveSite } from '../../tools/build/serveSite.ts';
import { readConfig } from '../train/config.ts';
import { writeHeldOutReport } from './heldOutReport.ts';
import { heldOutPath, type HeldOutRun } from './heldOutRuns.ts';
import { listOf, settingsOf, studyOptions, trainingSettings } from './studyOptions.ts';
import { readRuns } from './studyRuns.ts';
import { trainOnce, type StudyRun } from './trainOnce.ts';

const { values } = parseArgs({
  options: {
    ...studyOptions,
    targets: {
      type: 'string',
      default:
        'extractive QA,topic and genre,yes/no reading,sentiment and rating,coreference,data and text,summarization,code',
    },
    singles: { type: 'string', default: 'reading gym,lists and words,entity recognition' },
  },
});
const index = parseDatasetIndex(JSON.parse(readFileSync('public/datasets/index.json', 'utf8')));
const inCluster = (cluster: string): string[] =>
  index.tasks.filter((task) => task.cluster === cluster).map(({ id }) => id);
const targets = listOf(values.targets);
const allTargets = targets.flatMap(inCluster);

interface Planned {
  readonly name: string;
  readonly kind: HeldOutRun['kind'];
  readonly cluster: string;
  readonly seed: number;
  readonly trained: readonly string[];
  readonly judged: readonly string[];
}

/** Seed by seed, so that a study that is stopped early has whole rounds. */
const plan: Planned[] = [
  { name: 'base', kind: 'base', cluster: '', seed: 1, trained: [], judged: allTargets },
  ...listOf(values.seeds)
    .map(Number)
    .flatMap((seed) => [
      ...targets.map((cluster): Planned => {
        const { trained, heldOut } = selectTasks([cluster], index.tasks);
        const name = `without ${cluster} ${seed}`;
        return { name, kind: 'heldOut', cluster, seed, trained, judged: heldOut };
      }),
      ...listOf(values.singles).flatMap((cluster) => singlesOf(cluster, seed)),
    ]),
];

/**
 * Models of this cluster only, each judged on the targets into which none of its tasks leaks: targets that
 * ask for the same tasks to leave share one.
 */
function singlesOf(cluster: string, seed: number): Planned[] {
  const judgedBy = new Map<string, string[]>();
  for (const target of targets.filter((one) => one !== cluster)) {
    const { removed } = selectTasks([target], index.tasks);
    const trained = inCluster(cluster).filter((id) => !removed.includes(id));
    const key = trained.join(',');
    judgedBy.set(key, [...(judgedBy.get(key) ?? []), ...inCluster(target)]);
  }
  return [...judgedBy].map(([key, judged]) => {
    const trained = listOf(key);
    const left = inCluster(cluster).filter((id) => !trained.includes(id));
    const name = ['only', cluster, ...left.map((id) => `without ${id}`), seed].join(' ');
    return { name, kind: 'single', cluster, seed, trained, judged };
  });
}

const kept = ({ taskId, score, rankScore, itemScores }: TaskEvaluation) => ({
  taskId,
  score: score ?? 0,
  rankScore: rankScore ?? null,
  itemScores: (itemScores ?? []).map(Math.round),
});

const settings = settingsOf(values);

/** The default mixture's faders. */
const { levels } = readConfig('cli/train/configs/mini.json', undefined);

function runOf({ name, seed, trained, judged }: Planned): StudyRun {
  const judging = { name: 'test', split: 'test', taskIds: judged, withRank: true } as const;
  const order = studyOrder({
    group: 'heldOut',
    settings: trainingSettings(settings, seed),
    trained,
    levels,
    judge: [{ ...judging, maxInstances: settings.instances }],
  });
  return { name, model: settings.model, order };
}

const runs = readRuns<HeldOutRun>(heldOutPath, settings);
const write = (): void => writeHeldOutReport(runs, index, settings);
await ensureBuilt();
const site = await serveSite();
try {
  for (const planned of plan) {
    const { name, kind, cluster, seed } = planned;
    if (runs.some((run) => run.name === name)) continue;
    const startedAt = performance.now();
    const { judgements } = await trainOnce(site.url, runOf(planned));
    const { results } = judgements[0]!.evaluation;
    runs.push({ name, kind, cluster, seed, results: results.map(kept) });
    write();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
    const scores = results.map(({ taskId, score, rankScore }) =>
      [taskId, score?.toFixed(0), rankScore?.toFixed(0)].filter(Boolean).join(' '),
    );
    console.log(`${name} (${seconds} s): ${scores.join(', ')}`);
  }
} finally {
  await site.close();
}
write();
