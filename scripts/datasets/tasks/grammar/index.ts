import type { TaskSource } from '../../taskSource.ts';

/** The tasks of the cluster 'grammar'. */
export const grammarTasks: readonly TaskSource[] = [];
