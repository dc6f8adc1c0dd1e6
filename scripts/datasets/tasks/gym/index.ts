import type { TaskSource } from '../../taskSource.ts';
import { gymReplace } from './gymReplace.ts';

/** The tasks of the cluster 'reading gym'. */
export const gymTasks: readonly TaskSource[] = [gymReplace];
