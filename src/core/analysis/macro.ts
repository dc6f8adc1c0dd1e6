import { bootstrapMean, type Interval } from '../statistics/bootstrap.ts';
import { mean } from '../statistics/mean.ts';

interface ScoredTask {
  readonly taskId: string;
  readonly cluster: string;
  readonly score: number;
}

/** Averages that give every task, or every cluster, the same weight. */
export interface Macro {
  /** Over tasks; the interval resamples tasks. */
  readonly byTask: Interval;
  /** Mean of the clusters' means; the interval resamples clusters. */
  readonly byCluster: Interval;
  /** Mean score of each cluster. */
  readonly clusters: Readonly<Record<string, number>>;
}

/** Macro averages of scores 0–100. */
export function macroAverages(tasks: readonly ScoredTask[]): Macro {
  const names = [...new Set(tasks.map(({ cluster }) => cluster))];
  const clusters = Object.fromEntries(
    names.map((name) => [
      name,
      mean(tasks.filter(({ cluster }) => cluster === name).map(({ score }) => score)),
    ]),
  );
  return {
    byTask: bootstrapMean(tasks.map(({ score }) => score)),
    byCluster: bootstrapMean(Object.values(clusters)),
    clusters,
  };
}
