import type { Solver } from '../../solver.ts';
import { solve as ynFact } from './ynFact.ts';

/** Solvers of the cluster 'yes/no reading' by task id. */
export const yesNoSolvers: Readonly<Record<string, Solver>> = {
  yn_fact: { solve: ynFact },
};
