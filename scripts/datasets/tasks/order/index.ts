import type { TaskSource } from '../../taskSource.ts';

/** The tasks of the cluster 'order of events'. */
export const orderTasks: readonly TaskSource[] = [];
