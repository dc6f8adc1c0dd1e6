import type { TaskSource } from '../../taskSource.ts';
import { rateAspect, ratePolarity, rateReason, rateRecommend, rateStars } from './reviews.ts';

/** The tasks of the cluster 'sentiment and rating'. */
export const sentimentTasks: readonly TaskSource[] = [
  rateStars,
  ratePolarity,
  rateAspect,
  rateReason,
  rateRecommend,
];
