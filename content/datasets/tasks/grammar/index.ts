import type { TaskSource } from '../../taskSource.ts';
import { grFix, grOk, grPast, grPlural } from './sentences.ts';

/** The tasks of the cluster 'grammar'. */
export const grammarTasks: readonly TaskSource[] = [grFix, grOk, grPast, grPlural];
