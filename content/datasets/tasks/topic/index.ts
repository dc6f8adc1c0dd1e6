import type { TaskSource } from '../../taskSource.ts';
import { topicGenre, topicKeyword, topicOdd, topicStory } from './topics.ts';

/** The tasks of the cluster 'topic and genre'. */
export const topicTasks: readonly TaskSource[] = [topicStory, topicGenre, topicOdd, topicKeyword];
