import type { TaskSource } from '../../taskSource.ts';
import { codePyJs } from './codePyJs.ts';

/** The tasks of the cluster 'code'. */
export const codeTasks: readonly TaskSource[] = [codePyJs];
