import { ownCluster } from '../../../core/tasks/ownCluster.ts';
import type { NameWords } from '../nameWords.ts';

/** The dataset index is in English already. */
export const names: NameWords = { tasks: {}, clusters: { [ownCluster]: 'own data' } };
