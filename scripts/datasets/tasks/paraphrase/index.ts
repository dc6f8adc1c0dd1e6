import type { TaskSource } from '../../taskSource.ts';

/** The tasks of the cluster 'paraphrase and rewriting'. */
export const paraphraseTasks: readonly TaskSource[] = [];
