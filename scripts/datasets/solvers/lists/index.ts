import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'lists and words' by task id. */
export const listsSolvers: Readonly<Record<string, Solver>> = {};
