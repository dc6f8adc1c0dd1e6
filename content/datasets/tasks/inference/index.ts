import type { TaskSource } from '../../taskSource.ts';
import { nliPick, nliThree, nliTwo, nliWrite } from './following.ts';

/** The tasks of the cluster 'inference'. */
export const inferenceTasks: readonly TaskSource[] = [nliThree, nliTwo, nliPick, nliWrite];
