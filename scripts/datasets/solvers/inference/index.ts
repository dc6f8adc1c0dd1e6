import type { Solver } from '../../solver.ts';
import { solve as nliThree } from './nliThree.ts';

/** Solvers of the cluster 'inference' by task id. */
export const inferenceSolvers: Readonly<Record<string, Solver>> = {
  nli_three: { solve: nliThree },
};
