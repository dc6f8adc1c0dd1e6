import type { TaskSource } from '../../taskSource.ts';
import {
  listDedup,
  listFirst,
  listJoin,
  listKind,
  listLast,
  listReverse,
  listWithout,
} from './lists.ts';

/** The tasks of the cluster 'lists and words'. */
export const listsTasks: readonly TaskSource[] = [
  listFirst,
  listLast,
  listReverse,
  listDedup,
  listWithout,
  listJoin,
  listKind,
];
