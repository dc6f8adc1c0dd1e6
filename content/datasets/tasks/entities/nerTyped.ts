import { makeMixedText } from '../../texts/mixedText.ts';
import type { TaskSource } from '../../taskSource.ts';
import { wordings } from '../../wordings.ts';
import { entityWords, mentioned } from './listing.ts';

/** Every person and place with its type. */
export const nerTyped: TaskSource = {
  id: 'ner_typed',
  name: 'Names and their types',
  cluster: 'entity recognition',
  metric: 'setF1',
  category: 'Named Entity Recognition',
  reasoning: 'Reading Comprehension -> Finding Names',
  domain: 'Stories',
  definition: 'List every person and every place in the text, each with its type: person or place.',
  definitionZh: '列出文中每个人物和地点，并标明类型：person 或 place。',
  constraints: ['Write "name: type", with a semicolon between two of them.'],
  wordings: wordings(`
    Write each person and each place with its type.
    Who is a person and what is a place? Mark each one.
    List the people and the places of the text below and write the type behind each, like Ana: person.
    Which words are persons, which are places?
    > Now mark every person and every place above with its type.
    > Write name and type of each person and place.
    List every person and place with its type.
    For each person and each place, write the type behind it.
    > Find all names of persons and places and give the types.
    > Copy the persons and the places, each with its type.
    ? List all persons and places with their types.
    ? > Find each person and place and write its type.`),
  draw({ texts, people }) {
    const input = makeMixedText(texts, people);
    const all = mentioned(input, [...entityWords.person, ...entityWords.place]);
    const isPlace = (word: string): boolean => entityWords.place.includes(word);
    const output = all.map((word) => `${word}: ${isPlace(word) ? 'place' : 'person'}`).join('; ');
    return { input, output, difficulty: all.length <= 2 ? 1 : all.length === 3 ? 2 : 3 };
  },
  explain: () => 'Each person and each place stands there once, with its type.',
  mistake: ({ output }) => ({
    output: output.replaceAll(/: \w+/g, ''),
    explanation: 'The types are missing.',
  }),
};
