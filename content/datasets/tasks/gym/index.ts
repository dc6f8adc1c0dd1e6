import type { TaskSource } from '../../taskSource.ts';
import { gymCount, gymFormat, gymRepeat, gymTwo } from './lists.ts';
import { gymCond, gymNegate, gymReplace, gymSelect, gymStart, gymVerbal } from './texts.ts';

/** The parametrised families of the cluster 'reading gym'. */
export const gymTasks: readonly TaskSource[] = [
  gymReplace,
  gymVerbal,
  gymCond,
  gymSelect,
  gymCount,
  gymFormat,
  gymRepeat,
  gymTwo,
  gymNegate,
  gymStart,
];
