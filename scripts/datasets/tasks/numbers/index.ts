import type { TaskSource } from '../../taskSource.ts';

/** The tasks of the cluster 'numbers'. */
export const numbersTasks: readonly TaskSource[] = [];
