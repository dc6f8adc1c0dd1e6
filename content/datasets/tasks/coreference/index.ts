import type { TaskSource } from '../../taskSource.ts';
import { corefReplace, corefWho, corefWhose } from './pronouns.ts';

/** The tasks of the cluster 'coreference'. */
export const coreferenceTasks: readonly TaskSource[] = [corefWho, corefReplace, corefWhose];
