import { lookUp } from '../lookUp.ts';

/**
 * Which other tasks must go when a cluster is held out, because they teach the same answers in another
 * dress: FLAN's rule that neighbours leave together (Wei et al. 2022, section 2.1), and
 * Super-NaturalInstructions' rule about shared sources. The reason stands beside each.
 */
export interface Leak {
  readonly taskIds: readonly string[];
  readonly why: string;
}

/** Leaks by the name of the held-out cluster; a cluster that is not named has none. */
export const leakMap: Readonly<Record<string, readonly Leak[]>> = {
  'entity recognition': [
    { taskIds: ['t2d_record'], why: 'filling a record is finding names and their kinds' },
    { taskIds: ['list_kind'], why: 'it picks the words of a kind out of a list' },
  ],
  'extractive QA': [
    { taskIds: ['coref_who', 'coref_whose'], why: 'they ask who it was' },
    { taskIds: ['table_lookup', 'next_say'], why: 'they answer questions about rows and facts' },
  ],
  'yes/no reading': [
    { taskIds: ['nli_two', 'nli_three'], why: 'they say yes or no to a statement about a text' },
    { taskIds: ['ord_before'], why: 'it is a yes/no question about a text' },
    { taskIds: ['gym_cond'], why: 'it tests whether a text names a word' },
    { taskIds: ['para_same'], why: 'it compares two statements and says yes or no' },
  ],
  'sentiment and rating': [
    { taskIds: ['gym_verbal'], why: 'it judges the same reviews with other words' },
  ],
  'topic and genre': [
    { taskIds: ['w_category', 'w_odd'], why: 'they name kinds of words' },
    { taskIds: ['sum_list'], why: 'it counts words by their kind' },
  ],
  inference: [
    { taskIds: ['para_same'], why: 'the same meaning is entailment both ways' },
    { taskIds: ['yn_fact', 'yn_maybe'], why: 'they check a statement against a text' },
  ],
  'paraphrase and rewriting': [
    { taskIds: ['coref_replace'], why: 'it rewrites a sentence and keeps its meaning' },
    { taskIds: ['nli_two', 'nli_three'], why: 'they compare the meaning of two sentences' },
  ],
  summarization: [{ taskIds: ['topic_keyword'], why: 'the main thing is the shortest summary' }],
  'story completion': [
    { taskIds: ['nli_pick'], why: 'it chooses the sentence that goes with a text' },
  ],
  'data and text': [{ taskIds: ['list_join'], why: 'it makes a sentence out of words' }],
  translation: [],
  code: [],
  'lists and words': [
    {
      taskIds: ['gym_format', 'gym_repeat', 'gym_two', 'gym_count', 'sum_list'],
      why: 'they work on the same lists with the same orders',
    },
  ],
  numbers: [{ taskIds: ['code_result', 'ner_count', 'gym_count'], why: 'they count or calculate' }],
  grammar: [{ taskIds: ['para_passive'], why: 'it changes the form of the verb' }],
  'word meaning': [
    { taskIds: ['list_kind', 'sum_list'], why: 'they need the kinds of words' },
    { taskIds: ['cloze'], why: 'it chooses a word by its meaning' },
  ],
  coreference: [{ taskIds: ['qa_who', 'qa_none'], why: 'they ask which person it was' }],
  'order of events': [],
  'reading gym': [],
};

/** The tasks that leak into a cluster, by id. */
export const leakingTaskIds = (cluster: string): readonly string[] =>
  (lookUp(leakMap, cluster) ?? []).flatMap(({ taskIds }) => taskIds);
