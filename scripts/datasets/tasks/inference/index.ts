import type { TaskSource } from '../../taskSource.ts';
import { nliThree } from './nliThree.ts';

/** The tasks of the cluster 'inference'. */
export const inferenceTasks: readonly TaskSource[] = [nliThree];
