import type { TaskSource } from '../../taskSource.ts';
import { sumStory } from './sumStory.ts';

/** The tasks of the cluster 'summarization'. */
export const summaryTasks: readonly TaskSource[] = [sumStory];
