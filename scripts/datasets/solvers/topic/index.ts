import type { Solver } from '../../solver.ts';
import { solve as topicStory } from './topicStory.ts';

/** Solvers of the cluster 'topic and genre' by task id. */
export const topicSolvers: Readonly<Record<string, Solver>> = {
  topic_story: { solve: topicStory },
};
