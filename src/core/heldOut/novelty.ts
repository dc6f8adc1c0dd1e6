import type { ClusteredTask } from './clusteredTask.ts';
import { leakingTaskIds } from './leakMap.ts';

/**
 * How new a judged task is to a model: new instances of a task that it was trained on, a new task of a
 * cluster that it was trained on, or a cluster that it has never met (Super-NaturalInstructions, section 5;
 * FLAN, section 2.1). Scores of two levels are never averaged together.
 */
export const noveltyLevels = ['unseenInstances', 'unseenTasks', 'unseenClusters'] as const;
export type Novelty = (typeof noveltyLevels)[number];

/** A task that leaks into a cluster (`leakMap`) counts as one of that cluster. */
export function noveltyOf(task: ClusteredTask, trained: readonly ClusteredTask[]): Novelty {
  if (trained.some(({ id }) => id === task.id)) return 'unseenInstances';
  const leaks = leakingTaskIds(task.cluster);
  const isMet = trained.some(({ id, cluster }) => cluster === task.cluster || leaks.includes(id));
  return isMet ? 'unseenTasks' : 'unseenClusters';
}
