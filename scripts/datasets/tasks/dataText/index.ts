import type { TaskSource } from '../../taskSource.ts';
import { d2tRecord } from './d2tRecord.ts';

/** The tasks of the cluster 'data and text'. */
export const dataTextTasks: readonly TaskSource[] = [d2tRecord];
