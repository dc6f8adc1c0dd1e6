import type { TaskSource } from '../../taskSource.ts';
import { trEnFr } from './trEnFr.ts';

/** The tasks of the cluster 'translation'. */
export const translationTasks: readonly TaskSource[] = [trEnFr];
