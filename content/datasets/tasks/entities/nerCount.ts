import { answerForms } from '../../answerForms.ts';
import { numbers } from '../../../world/lexicon.ts';
import { makeMixedText } from '../../texts/mixedText.ts';
import type { TaskSource } from '../../taskSource.ts';
import { wordings } from '../../wordings.ts';
import { entityWords, mentioned } from './listing.ts';

/** How many people a text names. */
export const nerCount: TaskSource = {
  id: 'ner_count',
  name: 'Count the people',
  cluster: 'entity recognition',
  metric: 'exactMatch',
  category: 'Named Entity Recognition',
  reasoning: 'Reading Comprehension -> Counting',
  domain: 'Stories',
  definition: 'Count the people that the text names. Write the number as a word.',
  definitionZh: '数一数文中提到了几个人，用英文单词写出数字。',
  constraints: [answerForms.oneWord],
  wordings: wordings(`
    How many people are in the text?
    Count the persons.
    Read the text below, count the different people in it and write how many there are.
    How many names of people can you find?
    > Now write the number of people.
    > How many persons are named above?
    How many different people does the story have?
    > Write how many people you can count in this text.
    > Say how many people there are here.
    ? Write how many people there are in the story.
    ? > Count the people of this text.`),
  labels: ['two', 'three', 'four'],
  showsOptions: 'never',
  draw({ texts, people, label }) {
    for (;;) {
      const input = makeMixedText(texts, people);
      const count = mentioned(input, entityWords.person).length;
      if (numbers[count] !== label) continue;
      return { input, output: label, difficulty: count <= 2 ? 1 : count === 3 ? 2 : 3 };
    }
  },
  explain: ({ output }) => `The text names ${output} ${output === 'one' ? 'person' : 'people'}.`,
  mistake: ({ output }) => ({
    output: output === 'two' ? 'three' : 'two',
    explanation: `There are not so many: the right number is ${output}.`,
  }),
};
