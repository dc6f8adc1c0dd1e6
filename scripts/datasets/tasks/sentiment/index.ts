import type { TaskSource } from '../../taskSource.ts';
import { rateStars } from './rateStars.ts';

/** The tasks of the cluster 'sentiment and rating'. */
export const sentimentTasks: readonly TaskSource[] = [rateStars];
