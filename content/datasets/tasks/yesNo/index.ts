import type { TaskSource } from '../../taskSource.ts';
import { ynAnswerable, ynFact, ynMaybe, ynMention, ynPlace } from './reading.ts';

/** The tasks of the cluster 'yes/no reading'. */
export const yesNoTasks: readonly TaskSource[] = [
  ynFact,
  ynPlace,
  ynMention,
  ynAnswerable,
  ynMaybe,
];
