import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'numbers' by task id. */
export const numbersSolvers: Readonly<Record<string, Solver>> = {};
