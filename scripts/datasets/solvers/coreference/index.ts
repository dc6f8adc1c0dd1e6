import type { Solver } from '../../solver.ts';

/** Solvers of the cluster 'coreference' by task id. */
export const coreferenceSolvers: Readonly<Record<string, Solver>> = {};
