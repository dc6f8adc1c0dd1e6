import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'paraphrase and rewriting' by task id. */
export const paraphraseSolvers: Readonly<Record<string, Solver>> = {};
