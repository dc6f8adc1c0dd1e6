import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'order of events' by task id. */
export const orderSolvers: Readonly<Record<string, Solver>> = {};
