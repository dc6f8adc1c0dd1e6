import type { TaskSource } from '../../taskSource.ts';
import { paraJoin, paraPassive, paraPolite, paraSame } from './rewriting.ts';

/** The tasks of the cluster 'paraphrase and rewriting'. */
export const paraphraseTasks: readonly TaskSource[] = [paraSame, paraPassive, paraPolite, paraJoin];
