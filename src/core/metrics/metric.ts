/** A metric over a set of predictions; all of ours run from 0 to 100, higher is better. */
export interface Metric {
  /** As tasks name it; its words on the page stand under this key. */
  readonly name: string;
  /**
   * Score of predictions against their references, 0–100.
   * `predictions[i]` is judged against `references[i]`, any of which may be matched.
   */
  score(predictions: readonly string[], references: readonly (readonly string[])[]): number;
}
