import { leakingTaskIds } from '../../heldOut/leakMap.ts';
import type { Selector } from './selector.ts';

/**
 * FLAN's protocol: a task is unseen only if no task of its cluster, and none that leaks into it, was
 * trained on (Wei et al. 2022, section 2.1).
 */
export const withoutLeaks = {
  name: 'withoutLeaks',
  paper: 'wei2022',
  trainable(clusters, others) {
    const leaks = new Set(clusters.flatMap((cluster) => leakingTaskIds(cluster)));
    return others.filter(({ id }) => !leaks.has(id));
  },
} as const satisfies Selector;
