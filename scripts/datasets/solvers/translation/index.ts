import type { Solver } from '../../solver.ts';
import { solve as trEnFr } from './trEnFr.ts';

/** Solvers of the cluster 'translation' by task id. */
export const translationSolvers: Readonly<Record<string, Solver>> = {
  tr_en_fr: { solve: trEnFr },
};
