import type { TaskSource } from '../../taskSource.ts';

/** The tasks of the cluster 'lists and words'. */
export const listsTasks: readonly TaskSource[] = [];
