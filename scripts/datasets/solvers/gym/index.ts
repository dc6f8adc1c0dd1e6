import type { Solver } from '../../solver.ts';
import { solve as gymReplace } from './gymReplace.ts';

/** Solvers of the cluster 'reading gym' by task id. */
export const gymSolvers: Readonly<Record<string, Solver>> = {
  gym_replace: { solve: gymReplace },
};
