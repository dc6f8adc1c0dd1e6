import { AppError } from '../../errors.ts';
import type { ClusteredTask } from '../../heldOut/clusteredTask.ts';
import { selectors as shipped } from './index.ts';
import type { Selector } from './selector.ts';

/** Which tasks are trained on, judged as unseen, and left out of both. */
export interface Selection {
  readonly trained: readonly string[];
  readonly heldOut: readonly string[];
  readonly removed: readonly string[];
}

/**
 * The tasks of these clusters are held out; of the others the selector says which are trained on.
 * @throws AppError 'bad-setting' for a cluster that no task has.
 */
export function selectTasks(
  clusters: readonly string[],
  tasks: readonly ClusteredTask[],
  selector: Selector = shipped[0],
): Selection {
  checkClusters(clusters, tasks);
  const heldOut = tasks.filter(({ cluster }) => clusters.includes(cluster));
  const others = tasks.filter(({ cluster }) => !clusters.includes(cluster));
  const trained = new Set(idsOf(selector.trainable(clusters, others)));
  return {
    trained: idsOf(others).filter((id) => trained.has(id)),
    heldOut: idsOf(heldOut),
    removed: idsOf(others).filter((id) => !trained.has(id)),
  };
}

/** @throws AppError 'bad-setting' for a name that is not in the list. */
export function selectorNamed(name: string, selectors: readonly Selector[] = shipped): Selector {
  const selector = selectors.find((one) => one.name === name);
  if (selector) return selector;
  const known = selectors.map((one) => one.name);
  throw new AppError('bad-setting', 'unknownChoice', { setting: 'selector', got: name, known });
}

const idsOf = (tasks: readonly ClusteredTask[]): string[] => tasks.map(({ id }) => id);

function checkClusters(clusters: readonly string[], tasks: readonly ClusteredTask[]): void {
  const known = [...new Set(tasks.map(({ cluster }) => cluster))];
  const unknown = clusters.find((cluster) => !known.includes(cluster));
  if (unknown === undefined) return;
  throw new AppError('bad-setting', 'unknownCluster', { cluster: unknown, known });
}
