import type { TaskSource } from '../../taskSource.ts';

/** The tasks of the cluster 'coreference'. */
export const coreferenceTasks: readonly TaskSource[] = [];
