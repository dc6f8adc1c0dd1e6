import type { TaskSource } from '../../taskSource.ts';
import { topicStory } from './topicStory.ts';

/** The tasks of the cluster 'topic and genre'. */
export const topicTasks: readonly TaskSource[] = [topicStory];
