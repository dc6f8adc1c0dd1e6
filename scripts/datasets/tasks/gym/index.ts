import type { TaskSource } from '../../taskSource.ts';
import {
  gymCond,
  gymCount,
  gymFormat,
  gymNegate,
  gymRepeat,
  gymReplace,
  gymSelect,
  gymStart,
  gymTwo,
  gymVerbal,
} from './texts.ts';

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
