import type { Solver } from '../../solver.ts';
import { solve as qaWhere } from './qaWhere.ts';

/** Solvers of the cluster 'extractive QA' by task id. */
export const questionsSolvers: Readonly<Record<string, Solver>> = {
  qa_where: { solve: qaWhere },
};
