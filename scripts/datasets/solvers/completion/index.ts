import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'story completion' by task id. */
export const completionSolvers: Readonly<Record<string, Solver>> = {};
