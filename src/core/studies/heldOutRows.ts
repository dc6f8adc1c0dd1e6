import { selectTasks } from '../analysis/selection/selectTasks.ts';
import { bootstrapMean, type Interval } from '../statistics/bootstrap.ts';
import { mean } from '../statistics/mean.ts';
import type { StudySite } from './study.ts';

/** One run of the study, with what it scored. */
export interface HeldOutRun {
  readonly name: string;
  readonly kind: 'base' | 'heldOut' | 'single';
  readonly cluster: string;
  readonly seed: number;
  readonly results: readonly {
    readonly taskId: string;
    readonly score: number;
    /** Accuracy of the likeliest option, or null for a task without options. */
    readonly rankScore: number | null;
    /** Rounded. */
    readonly itemScores: readonly number[];
  }[];
}

/** One held-out cluster over all its tasks and seeds. */
export interface HeldOutRow {
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

export const scoresOf = (runs: readonly HeldOutRun[], ids: readonly string[]): number[] =>
  runs.flatMap(({ results }) =>
    results.filter(({ taskId }) => ids.includes(taskId)).map(({ score }) => score),
  );
export const ranksOf = (runs: readonly HeldOutRun[], ids: readonly string[]) =>
  runs.flatMap(({ results }) =>
    results.flatMap(({ taskId, rankScore }) =>
      ids.includes(taskId) && rankScore !== null ? [{ taskId, rankScore }] : [],
    ),
  );
export const meanOrNull = (values: readonly number[]): number | null =>
  values.length > 0 ? mean(values) : null;

/** Clusters of which a model was tuned that knows no other. */
export const singleClusters = (runs: readonly HeldOutRun[]): string[] => [
  ...new Set(runs.filter(({ kind }) => kind === 'single').map(({ cluster }) => cluster)),
];

function rowOf(
  cluster: string,
  runs: readonly HeldOutRun[],
  { tasks: all }: Pick<StudySite, 'tasks'>,
): HeldOutRow {
  const tasks = all.filter((task) => task.cluster === cluster);
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
    removedAsLeak: selectTasks([cluster], all).removed,
    seeds: own.length,
  };
}

/** The rows of all held-out clusters, in the order of their runs. */
export function heldOutRows(
  runs: readonly HeldOutRun[],
  site: Pick<StudySite, 'tasks'>,
): HeldOutRow[] {
  return heldOutClusters(runs).map((cluster) => rowOf(cluster, runs, site));
}

export const heldOutClusters = (runs: readonly HeldOutRun[]): string[] => [
  ...new Set(runs.filter(({ kind }) => kind === 'heldOut').map((run) => run.cluster)),
];
