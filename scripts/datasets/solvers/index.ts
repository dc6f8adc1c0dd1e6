import { solve as codePyJs } from './codePyJs.ts';
import { solve as gymReplace } from './gymReplace.ts';
import { solve as nerPeople } from './nerPeople.ts';
import { solve as nerPlaces } from './nerPlaces.ts';
import { solve as nliThree } from './nliThree.ts';
import { solve as qaWhere } from './qaWhere.ts';
import { solve as rateStars } from './rateStars.ts';
import { solve as topicStory } from './topicStory.ts';
import { solve as trEnFr } from './trEnFr.ts';
import { solve as ynFact } from './ynFact.ts';

/** Solvers by task id: each reads an instance's input text only, and shares no code with its generator. */
export const solvers: Readonly<Record<string, (input: string) => string>> = {
  rate_stars: rateStars,
  code_py_js: codePyJs,
  ner_people: nerPeople,
  ner_places: nerPlaces,
  qa_where: qaWhere,
  yn_fact: ynFact,
  topic_story: topicStory,
  nli_three: nliThree,
  tr_en_fr: trEnFr,
  gym_replace: gymReplace,
};
