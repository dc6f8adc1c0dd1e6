import { AppError } from '../errors.ts';
import { leakingTaskIds } from './leakMap.ts';

export interface ClusteredTask {
  readonly id: string;
  readonly cluster: string;
}

/** Which tasks are trained on, judged as unseen, and left out of both. */
export interface HeldOutSplit {
  readonly trained: readonly string[];
  readonly heldOut: readonly string[];
  readonly removedAsLeak: readonly string[];
}

/**
 * FLAN's protocol: a task is unseen only if no task of its cluster, and none that leaks into it, was
 * trained on.
 * @throws AppError 'bad-setting' for a cluster that no task has.
 */
export function heldOutSplit(
  clusters: readonly string[],
  tasks: readonly ClusteredTask[],
): HeldOutSplit {
  const known = [...new Set(tasks.map(({ cluster }) => cluster))];
  const unknown = clusters.find((cluster) => !known.includes(cluster));
  if (unknown !== undefined) {
    throw new AppError(
      'bad-setting',
      `No task is in the cluster "${unknown}"`,
      `Clusters here: ${known.join(', ')}.`,
    );
  }
  const leaks = new Set(clusters.flatMap((cluster) => leakingTaskIds(cluster)));
  const isHeld = ({ cluster }: ClusteredTask): boolean => clusters.includes(cluster);
  const ids = (list: readonly ClusteredTask[]): string[] => list.map(({ id }) => id);
  return {
    trained: ids(tasks.filter((task) => !isHeld(task) && !leaks.has(task.id))),
    heldOut: ids(tasks.filter(isHeld)),
    removedAsLeak: ids(tasks.filter((task) => !isHeld(task) && leaks.has(task.id))),
  };
}
