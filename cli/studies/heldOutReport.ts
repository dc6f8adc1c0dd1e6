import { writeFileSync } from 'node:fs';
import { bootstrapMean, type Interval } from '../../src/core/statistics/bootstrap.ts';
import { mean } from '../../src/core/statistics/mean.ts';
import { selectTasks } from '../../src/core/analysis/selection/selectTasks.ts';
import type { DatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { showInterval, showScore } from '../train/showScore.ts';
import { heldOutPath, type HeldOutRun } from './heldOutRuns.ts';
import { optionsFor } from './studyOptions.ts';
import type { StudySettings } from './studyRuns.ts';

/** One held-out cluster over all its tasks and seeds. */
interface Row {
  readonly cluster: string;
  readonly score: number;
  readonly rank: number | null;
  readonly base: number;
  readonly baseRank: number | null;
  /** The better of majority and copying, a task at a time. */
  readonly baseline: number;
  /** Score minus baseline over (task, seed, instance); for rank accuracy, minus the majority. */
  readonly aboveBaseline: Interval;
  readonly rankAboveMajority: Interval | null;
  /** The best of the models tuned on one cluster only. */
  readonly bestSingle: { readonly cluster: string; readonly score: number } | null;
  /** Above the baseline by an interval without zero, above the best single, 1.5 times the base. */
  readonly isTransfer: boolean;
  /** The first two of these. */
  readonly isAbove: boolean;
  readonly removedAsLeak: readonly string[];
  readonly seeds: number;
}

const transferFactor = 1.5;

const scoresOf = (runs: readonly HeldOutRun[], ids: readonly string[]): number[] =>
  runs.flatMap(({ results }) =>
    results.filter(({ taskId }) => ids.includes(taskId)).map(({ score }) => score),
  );
const ranksOf = (runs: readonly HeldOutRun[], ids: readonly string[]) =>
  runs.flatMap(({ results }) =>
    results.flatMap(({ taskId, rankScore }) =>
      ids.includes(taskId) && rankScore !== null ? [{ taskId, rankScore }] : [],
    ),
  );
const meanOrNull = (values: readonly number[]): number | null =>
  values.length > 0 ? mean(values) : null;

/** Clusters of which a model was tuned that knows no other. */
const singleClusters = (runs: readonly HeldOutRun[]): string[] => [
  ...new Set(runs.filter(({ kind }) => kind === 'single').map(({ cluster }) => cluster)),
];

function rowOf(cluster: string, runs: readonly HeldOutRun[], index: DatasetIndex): Row {
  const tasks = index.tasks.filter((task) => task.cluster === cluster);
  const ids = tasks.map(({ id }) => id);
  const own = runs.filter((run) => run.kind === 'heldOut' && run.cluster === cluster);
  const base = runs.filter(({ kind }) => kind === 'base');
  const baselineOf = (id: string): number => {
    const { baselines } = tasks.find((task) => task.id === id)!;
    return Math.max(baselines.majority, baselines.copyInput, baselines.random);
  };
  const differences = own.flatMap(({ results }) =>
    results.flatMap(({ taskId, itemScores }) =>
      itemScores.map((score) => score - baselineOf(taskId)),
    ),
  );
  const rankDifferences = ranksOf(own, ids).map(
    ({ taskId, rankScore }) => rankScore - tasks.find(({ id }) => id === taskId)!.baselines.random,
  );
  const singles = singleClusters(runs)
    .filter((single) => single !== cluster)
    .map((single) => {
      const of = runs.filter((run) => run.kind === 'single' && run.cluster === single);
      return { cluster: single, score: mean(scoresOf(of, ids)) };
    })
    .sort((a, b) => b.score - a.score);
  const score = mean(scoresOf(own, ids));
  const baseScore = mean(scoresOf(base, ids));
  const aboveBaseline = bootstrapMean(differences);
  const isAbove = aboveBaseline.low > 0 && score > (singles[0]?.score ?? 0);
  return {
    cluster,
    score,
    rank: meanOrNull(ranksOf(own, ids).map(({ rankScore }) => rankScore)),
    base: baseScore,
    baseRank: meanOrNull(ranksOf(base, ids).map(({ rankScore }) => rankScore)),
    baseline: mean(ids.map(baselineOf)),
    aboveBaseline,
    rankAboveMajority: rankDifferences.length > 0 ? bootstrapMean(rankDifferences) : null,
    bestSingle: singles[0] ?? null,
    isTransfer: isAbove && score >= transferFactor * baseScore,
    isAbove,
    removedAsLeak: selectTasks([cluster], index.tasks).removed,
    seeds: own.length,
  };
}

function taskTable(runs: readonly HeldOutRun[], index: DatasetIndex, cluster: string): string {
  const own = runs.filter((run) => run.kind === 'heldOut' && run.cluster === cluster);
  const base = runs.filter(({ kind }) => kind === 'base');
  return index.tasks
    .filter((task) => task.cluster === cluster)
    .map(({ id, metric, baselines }) => {
      const cells = [
        `\`${id}\``,
        cluster,
        metric,
        showScore(meanOrNull(scoresOf(own, [id]))),
        showScore(meanOrNull(ranksOf(own, [id]).map(({ rankScore }) => rankScore))),
        showScore(meanOrNull(scoresOf(base, [id]))),
        showScore(baselines.majority),
        showScore(baselines.copyInput),
      ];
      return `| ${cells.join(' | ')} |`;
    })
    .join('\n');
}

/** Writes the report and the runs that it rests on. */
export function writeHeldOutReport(
  runs: readonly HeldOutRun[],
  index: DatasetIndex,
  settings: StudySettings,
): void {
  const clusters = [
    ...new Set(runs.filter(({ kind }) => kind === 'heldOut').map((run) => run.cluster)),
  ];
  const rows = clusters.map((cluster) => rowOf(cluster, runs, index));
  const lines = rows.map(
    (row) =>
      `| ${[
        row.cluster,
        showScore(row.score),
        showScore(row.rank),
        showScore(row.base),
        showScore(row.baseRank),
        showScore(row.baseline),
        showInterval(row.aboveBaseline),
        row.bestSingle ? `${showScore(row.bestSingle.score)} (${row.bestSingle.cluster})` : '–',
        row.isTransfer
          ? 'yes'
          : row.isAbove
            ? `no: ${(row.score / row.base).toFixed(2)} × base`
            : 'no',
        row.removedAsLeak.join(', ') || 'none',
        row.seeds,
      ].join(' | ')} |`,
  );
  const seeds = [...new Set(runs.filter(({ kind }) => kind !== 'base').map(({ seed }) => seed))];
  const transferring = rows.filter(({ isTransfer }) => isTransfer);
  const text = `# Clusters that were never trained on

\`${settings.model}\`, ${settings.tokens.toLocaleString('en')} training tokens a run, peak learning rate ${settings.learningRate}, WASM;
${settings.rehearsalShare} % of the rows are pre-training texts (rehearsal), in the runs of one cluster too. Each cluster in turn leaves the
default mixture together with the tasks that leak into it; its tasks are then asked zero-shot, with their seen wordings.
*Score* is each task's own metric on answers in words, *rank* the accuracy of the likeliest option
(tasks with options only), *baseline* the best of majority, random option and copying the input. The
interval is a bootstrap over (task, seed, instance). *Transfer*: the interval excludes zero, the score
is above the best model that was tuned on as many tokens of one cluster only (${singleClusters(runs).join(', ')};
without its tasks that leak into the held-out one), and at least 1.5 times the base model's. ${transferring.length} of these ${rows.length} do, ${rows.filter(({ isAbove }) => isAbove).length} pass the first two tests. What was tried: [tasks.md](tasks.md#clusters-held-out).

\`\`\`sh
npx tsx cli/studies/heldOut.ts ${optionsFor(settings, seeds)} --targets '${clusters.join(',')}'
\`\`\`

| held out | score | rank | base model | base rank | baseline | score − baseline (95 %) | best single-cluster model | transfer | removed as leak | seeds |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | --- | ---: |
${lines.join('\n')}

| task | cluster | metric | score | rank | base | majority | copy |
| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |
${clusters.map((cluster) => taskTable(runs, index, cluster)).join('\n')}
`;
  writeFileSync('docs/held-out.md', text);
  writeFileSync(heldOutPath, `${JSON.stringify({ ...settings, rows, runs }, null, 1)}\n`);
}
