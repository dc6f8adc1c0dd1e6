import type { TaskSource } from '../../taskSource.ts';
import { d2tRecord, d2tWords, t2dRecord, tableLookup } from './records.ts';

/** The tasks of the cluster 'data and text'. */
export const dataTextTasks: readonly TaskSource[] = [d2tRecord, t2dRecord, d2tWords, tableLookup];
