/**
 * Counts the distinct sentence patterns of the corpus: sentences with every name, noun, colour, number,
 * day and job of the world masked by its kind.
 *
 *   npx tsx recipe/countPatterns.ts [--documents 60000]
 */
import { parseArgs } from 'node:util';
import {
  animals,
  colours,
  days,
  foods,
  jobs,
  massFoods,
  materials,
  numbers,
  people,
  places,
  things,
} from '../content/world/lexicon.ts';
import { splitSentences } from '../content/world/story.ts';
import { corpusDocument } from '../content/corpus/index.ts';
import { corpusSeed } from '../content/corpus/seed.ts';

const { values } = parseArgs({ options: { documents: { type: 'string', default: '60000' } } });
const nouns = (list: readonly { word: string; plural?: string }[]): string[] =>
  list.flatMap(({ word, plural }) => [word, ...(plural ? [plural] : [])]);
const kinds: Readonly<Record<string, readonly string[]>> = {
  NAME: people.map(({ name }) => name),
  NOUN: [...nouns(animals), ...nouns(things), ...nouns(foods), ...massFoods],
  PLACE: nouns(places),
  JOB: nouns(jobs),
  COLOUR: [...colours, ...materials],
  NUMBER: numbers,
  DAY: days,
};
const kindOf = new Map(
  Object.entries(kinds).flatMap(([kind, list]) => list.map((word) => [word, kind] as const)),
);

/** 'Ana put the red kite in the barn.' → 'NAME put the COLOUR NOUN in the PLACE.' */
const patternOf = (sentence: string): string =>
  sentence
    .replace(/\d+/g, 'NUMBER')
    .replace(/\p{L}+/gu, (word) => kindOf.get(word) ?? kindOf.get(word.toLowerCase()) ?? word)
    .replace(/\b[aA]n? (?=NOUN|JOB|COLOUR)/g, 'a ');

const patterns = new Map<string, number>();
for (let index = 0; index < Number(values.documents); index++) {
  for (const line of corpusDocument(corpusSeed, index).split('\n'))
    for (const sentence of splitSentences(line)) {
      const pattern = patternOf(sentence);
      patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
    }
}
const repeated = [...patterns.values()].filter((count) => count > 1).length;
console.log(
  `${values.documents} documents: ${patterns.size} distinct patterns, ${repeated} of them more than once`,
);
