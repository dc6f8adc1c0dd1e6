import type { TaskSource } from '../../taskSource.ts';
import { codeFix, codeJsPy, codePyJs, codeResult, codeSay, codeVars } from './programs.ts';

/** The tasks of the cluster 'code'. */
export const codeTasks: readonly TaskSource[] = [
  codePyJs,
  codeJsPy,
  codeResult,
  codeSay,
  codeFix,
  codeVars,
];
