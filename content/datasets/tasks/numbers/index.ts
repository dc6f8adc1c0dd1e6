import type { TaskSource } from '../../taskSource.ts';
import { numAdd, numCompare, numSeq, numStory } from './numbers.ts';

/** The tasks of the cluster 'numbers'. */
export const numbersTasks: readonly TaskSource[] = [numAdd, numStory, numCompare, numSeq];
