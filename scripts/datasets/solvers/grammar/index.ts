import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'grammar' by task id. */
export const grammarSolvers: Readonly<Record<string, Solver>> = {};
