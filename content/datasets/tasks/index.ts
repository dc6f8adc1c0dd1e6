import type { TaskSource } from '../taskSource.ts';
import { codeTasks } from './code/index.ts';
import { completionTasks } from './completion/index.ts';
import { coreferenceTasks } from './coreference/index.ts';
import { dataTextTasks } from './dataText/index.ts';
import { entitiesTasks } from './entities/index.ts';
import { grammarTasks } from './grammar/index.ts';
import { gymTasks } from './gym/index.ts';
import { inferenceTasks } from './inference/index.ts';
import { listsTasks } from './lists/index.ts';
import { numbersTasks } from './numbers/index.ts';
import { orderTasks } from './order/index.ts';
import { paraphraseTasks } from './paraphrase/index.ts';
import { questionsTasks } from './questions/index.ts';
import { sentimentTasks } from './sentiment/index.ts';
import { summaryTasks } from './summary/index.ts';
import { topicTasks } from './topic/index.ts';
import { translationTasks } from './translation/index.ts';
import { wordMeaningTasks } from './wordMeaning/index.ts';
import { yesNoTasks } from './yesNo/index.ts';

/** The built-in tasks, cluster by cluster, in the order of the desk's channels. */
export const taskSources: readonly TaskSource[] = [
  ...entitiesTasks,
  ...questionsTasks,
  ...yesNoTasks,
  ...sentimentTasks,
  ...topicTasks,
  ...inferenceTasks,
  ...paraphraseTasks,
  ...summaryTasks,
  ...completionTasks,
  ...dataTextTasks,
  ...translationTasks,
  ...codeTasks,
  ...listsTasks,
  ...numbersTasks,
  ...grammarTasks,
  ...wordMeaningTasks,
  ...coreferenceTasks,
  ...orderTasks,
  ...gymTasks,
];
