import type { TaskSource } from '../taskSource.ts';
import { codePyJs } from './codePyJs.ts';
import { d2tRecord } from './d2tRecord.ts';
import { gymReplace } from './gymReplace.ts';
import { nerPeople } from './nerPeople.ts';
import { nerPlaces } from './nerPlaces.ts';
import { nliThree } from './nliThree.ts';
import { qaWhere } from './qaWhere.ts';
import { rateStars } from './rateStars.ts';
import { sumStory } from './sumStory.ts';
import { topicStory } from './topicStory.ts';
import { trEnFr } from './trEnFr.ts';
import { ynFact } from './ynFact.ts';

/** The built-in tasks, in the order of the desk's channels. */
export const taskSources: readonly TaskSource[] = [
  sumStory,
  rateStars,
  codePyJs,
  nerPeople,
  nerPlaces,
  qaWhere,
  ynFact,
  topicStory,
  nliThree,
  d2tRecord,
  trEnFr,
  gymReplace,
];
