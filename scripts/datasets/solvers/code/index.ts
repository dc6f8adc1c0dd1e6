import type { Solver } from '../../solver.ts';
import { solve as codePyJs } from './codePyJs.ts';

/** Solvers of the cluster 'code' by task id. */
export const codeSolvers: Readonly<Record<string, Solver>> = {
  code_py_js: { solve: codePyJs },
};
