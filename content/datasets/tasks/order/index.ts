import type { TaskSource } from '../../taskSource.ts';
import { ordBefore, ordFirst, ordLast } from './events.ts';

/** The tasks of the cluster 'order of events'. */
export const orderTasks: readonly TaskSource[] = [ordFirst, ordLast, ordBefore];
