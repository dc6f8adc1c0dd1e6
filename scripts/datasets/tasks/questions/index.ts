import type { TaskSource } from '../../taskSource.ts';
import { qaWhere } from './qaWhere.ts';

/** The tasks of the cluster 'extractive QA'. */
export const questionsTasks: readonly TaskSource[] = [qaWhere];
