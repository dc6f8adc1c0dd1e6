import type { TaskSource } from '../../taskSource.ts';

/** The tasks of the cluster 'word meaning'. */
export const wordMeaningTasks: readonly TaskSource[] = [];
