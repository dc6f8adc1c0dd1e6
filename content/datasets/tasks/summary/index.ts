import type { TaskSource } from '../../taskSource.ts';
import { sumDialogue, sumList, sumStory, sumTitle } from './summaries.ts';

/** The tasks of the cluster 'summarization'. */
export const summaryTasks: readonly TaskSource[] = [sumStory, sumTitle, sumDialogue, sumList];
