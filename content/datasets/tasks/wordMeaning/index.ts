import type { TaskSource } from '../../taskSource.ts';
import { wCategory, wOdd, wOpposite, wRiddle } from './words.ts';

/** The tasks of the cluster 'word meaning'. */
export const wordMeaningTasks: readonly TaskSource[] = [wCategory, wOdd, wOpposite, wRiddle];
