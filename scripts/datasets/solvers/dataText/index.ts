import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'data and text' by task id. */
export const dataTextSolvers: Readonly<Record<string, Solver>> = {};
