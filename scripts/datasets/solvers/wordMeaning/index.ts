import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'word meaning' by task id. */
export const wordMeaningSolvers: Readonly<Record<string, Solver>> = {};
