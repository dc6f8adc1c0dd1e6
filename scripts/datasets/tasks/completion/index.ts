import type { TaskSource } from '../../taskSource.ts';

/** The tasks of the cluster 'story completion'. */
export const completionTasks: readonly TaskSource[] = [];
