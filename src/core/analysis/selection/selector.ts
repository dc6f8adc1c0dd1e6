import type { ClusteredTask } from '../../heldOut/clusteredTask.ts';

/** One way to choose the tasks that train a model which is judged on clusters that it has never met. */
export interface Selector {
  readonly name: string;
  /** Key into docs/papers.md; null where the choice is nobody's in particular. */
  readonly paper: string | null;
  /**
   * Which of the other tasks are trained on; the rest is left out of the run.
   * @param clusters those that are held out
   * @param others the tasks of all other clusters
   */
  trainable(
    clusters: readonly string[],
    others: readonly ClusteredTask[],
  ): readonly ClusteredTask[];
}
