export const metricNames = [
  'exactMatch',
  'strictMatch',
  'accuracy',
  'rougeL',
  'rougeLCjk',
  'setF1',
  'chrF',
  'bleu',
  'execution',
] as const;
export type MetricName = (typeof metricNames)[number];

/** A metric over a set of predictions; all of ours run from 0 to 100, higher is better. */
export interface Metric {
  readonly name: MetricName;
  /** Short name for axes and tables. */
  readonly label: string;
  /**
   * Score of predictions against their references, 0–100.
   * `predictions[i]` is judged against `references[i]`, any of which may be matched.
   */
  score(predictions: readonly string[], references: readonly (readonly string[])[]): number;
}
