import type { Solver } from '../../solver.ts';
import { solve as rateStars } from './rateStars.ts';

/** Solvers of the cluster 'sentiment and rating' by task id. */
export const sentimentSolvers: Readonly<Record<string, Solver>> = {
  rate_stars: { solve: rateStars },
};
