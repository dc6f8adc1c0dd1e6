import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'summarization' by task id. */
export const summarySolvers: Readonly<Record<string, Solver>> = {};
