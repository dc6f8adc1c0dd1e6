import type { TaskSource } from '../../taskSource.ts';
import { ynFact } from './ynFact.ts';

/** The tasks of the cluster 'yes/no reading'. */
export const yesNoTasks: readonly TaskSource[] = [ynFact];
