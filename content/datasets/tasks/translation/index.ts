import type { TaskSource } from '../../taskSource.ts';
import { trEnFr, trEnZh, trFrEn, trWhich, trWord, trZhEn } from './sentences.ts';

/** The tasks of the cluster 'translation'. */
export const translationTasks: readonly TaskSource[] = [
  trEnFr,
  trFrEn,
  trEnZh,
  trZhEn,
  trWhich,
  trWord,
];
