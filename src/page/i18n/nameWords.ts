import type { ownCluster } from '../../core/tasks/ownCluster.ts';

/** Names of tasks and clusters by id. What is not listed goes by the name that its file gives. */
export interface NameWords {
  readonly tasks: Readonly<Record<string, string>>;
  readonly clusters: Readonly<Record<string, string> & Record<typeof ownCluster, string>>;
}
