import type { TaskSource } from '../../taskSource.ts';
import { causeChoose, cloze, endChoose, nextSay } from './stories.ts';

/** The tasks of the cluster 'story completion'. */
export const completionTasks: readonly TaskSource[] = [endChoose, cloze, causeChoose, nextSay];
