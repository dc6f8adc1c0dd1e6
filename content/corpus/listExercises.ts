import type { RandomStream } from '../../src/core/random.ts';
import {
  animals,
  colours,
  days,
  foods,
  jobs,
  joinList,
  numbers,
  ordinals,
  people,
  places,
  things,
} from '../world/lexicon.ts';
import { syllables } from '../world/syllables.ts';

/** Something one can tell somebody to do, and what is said or written then. */
export interface Exercise {
  order: string;
  result: string;
}

/** Two more than the tasks have: what they ask about is not all that was read. */
const readSyllables = [...syllables, 'nim', 'gep'];

/** A word that means nothing: 'daxto'. */
export const nonsense = (stream: RandomStream): string =>
  stream.sample(readSyllables, 1 + stream.int(2)).join('');

const words = (nouns: readonly { word: string }[]): string[] => nouns.map(({ word }) => word);

export const categories: [name: string, plural: string, words: string[]][] = [
  ['animal', 'animals', words(animals)],
  ['thing', 'things', words(things)],
  ['food', 'foods', words(foods)],
  ['place', 'places', words(places)],
  ['colour', 'colours', colours],
  ['name', 'names', people.map(({ name }) => name)],
  ['number', 'numbers', numbers],
  ['day', 'days', days],
  ['job', 'jobs', words(jobs)],
];

/** Three to six words, of one category or of several. */
export function drawWords(stream: RandomStream): string[] {
  const count = 3 + stream.int(4);
  const kind = stream.int(5);
  if (kind === 0) return Array.from({ length: count }, () => nonsense(stream));
  if (kind === 1) return stream.sample(stream.pick(categories)[2], count);
  const groups = stream.sample(categories, 2 + stream.int(2));
  return Array.from({ length: count }, () => stream.pick(stream.pick(groups)[2]));
}

const pickPosition = (list: string[], stream: RandomStream): number => stream.int(list.length);

type ListExercise = (list: string[], stream: RandomStream) => Exercise;

const positions: ListExercise = (list, stream) => {
  const at = pickPosition(list, stream);
  const name = at === list.length - 1 && stream.chance(0.5) ? 'last' : ordinals[at]!;
  const order = stream.pick([
    `Copy the ${name} word`,
    `Read me the ${name} word`,
    `Write the ${name} word`,
    `What is the ${name} word?`,
    `Say only the ${name} one`,
    `Which word comes ${name}?`,
  ]);
  return { order, result: list[at]! };
};

const repeats: ListExercise = (list, stream) => {
  const at = pickPosition(list, stream);
  const [times, name] = stream.pick([
    [2, 'twice'],
    [3, 'three times'],
    [2, 'two times'],
  ] as const);
  const word = list[at]!;
  return {
    order: stream.pick([
      `Write ${word} ${name}`,
      `Say the ${ordinals[at]} word ${name}`,
      `Repeat ${word} ${name}`,
    ]),
    result: Array(times).fill(word).join(' '),
  };
};

const reorders: ListExercise = (list, stream) => {
  const kind = stream.int(3);
  if (kind === 0)
    return {
      order: stream.pick([
        'Say them backwards',
        'Turn the list round',
        'Start with the last one and end with the first',
      ]),
      result: [...list].reverse().join(', '),
    };
  if (kind === 1)
    return {
      order: stream.pick([
        'Sort them by the alphabet',
        'Put them in the order of the alphabet',
        'Sort the words',
      ]),
      result: [...list].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).join(', '),
    };
  return {
    order: stream.pick([
      'Copy the whole list',
      'Repeat all of it',
      'Read it aloud',
      'Write it down again',
    ]),
    result: list.join(', '),
  };
};

const removes: ListExercise = (list, stream) => {
  const word = stream.pick(list);
  return {
    order: stream.pick([
      `Leave out ${word}`,
      `Copy the list without ${word}`,
      `Remove ${word} from the list`,
      `Say all of them, but not ${word}`,
    ]),
    result: list.filter((item) => item !== word).join(', '),
  };
};

const replaces: ListExercise = (list, stream) => {
  const word = stream.pick(list);
  const other = stream.chance(0.3) ? nonsense(stream) : stream.pick(stream.pick(categories)[2]);
  return {
    order: stream.pick([
      `Replace ${word} by ${other}`,
      `Write ${other} instead of ${word}`,
      `Say it again with ${other} for ${word}`,
      `Put ${other} where ${word} stands`,
    ]),
    result: list.map((item) => (item === word ? other : item)).join(', '),
  };
};

const selects: ListExercise = (list, stream) => {
  const [name, plural, members] = stream.pick(categories);
  const found = list.filter((item) => members.includes(item));
  const none = stream.pick(['none', 'nothing', 'no word']);
  return {
    order: stream.pick([
      `List the ${plural}`,
      `Copy only the ${plural}`,
      `Which words are ${plural}?`,
      `Write down every ${name}`,
      `Name the ${plural} in the list`,
    ]),
    result: found.length > 0 ? found.join(', ') : none,
  };
};

const joins: ListExercise = (list, stream) => {
  const word = stream.pick(['and', 'or']);
  return {
    order: stream.pick([
      `Join them with "${word}"`,
      `Read it as a sentence, with "${word}" before the last`,
    ]),
    result: joinList(list, word),
  };
};

const counts: ListExercise = (list, stream) => ({
  order: stream.pick(['Count the words', 'How many words are there?', 'How many are in the list?']),
  result: stream.chance(0.5) ? numbers[list.length]! : String(list.length),
});

const mentions: ListExercise = (list, stream) => {
  const present = stream.chance(0.5);
  const word = present ? stream.pick(list) : nonsense(stream);
  const [yes, no] = stream.chance(0.6)
    ? ['yes', 'no']
    : (stream.sample(['up', 'down', 'hot', 'cold', nonsense(stream), nonsense(stream)], 2) as [
        string,
        string,
      ]);
  const order =
    yes === 'yes'
      ? stream.pick([`Is ${word} in the list?`, `Answer yes or no: is there ${word}?`])
      : `If ${word} is in the list, say ${yes}; if not, say ${no}`;
  return { order, result: list.includes(word) ? yes : no };
};

const wraps: ListExercise = (list, stream) => {
  const word = stream.pick(list);
  const mark = stream.pick(['star', 'b', 'word', nonsense(stream)]);
  return stream.chance(0.5)
    ? {
        order: `Write ${word} between <${mark}> and </${mark}>`,
        result: `<${mark}>${word}</${mark}>`,
      }
    : {
        order: `Start with "${mark}" and then copy the ${ordinals[list.indexOf(word)]} word`,
        result: `${mark} ${word}`,
      };
};

const adds: ListExercise = (list, stream) => {
  const word = stream.chance(0.3) ? nonsense(stream) : stream.pick(stream.pick(categories)[2]);
  return stream.chance(0.5)
    ? {
        order: stream.pick([`Add ${word} at the end`, `Put ${word} after the last word`]),
        result: [...list, word].join(', '),
      }
    : {
        order: stream.pick([`Put ${word} first`, `Add ${word} at the beginning`]),
        result: [word, ...list].join(', '),
      };
};

const ignores: ListExercise = (_, stream) => {
  const word = stream.chance(0.5) ? nonsense(stream) : stream.pick(stream.pick(categories)[2]);
  return {
    order: stream.pick([
      `Do not read the list, only say "${word}"`,
      `Just say "${word}" and nothing else`,
      `Forget the list. Write "${word}"`,
    ]),
    result: word,
  };
};

const longest: ListExercise = (list, stream) => {
  const sorted = [...list].sort((a, b) => b.length - a.length);
  if (sorted[0]!.length === sorted[1]!.length) return positions(list, stream);
  return {
    order: stream.pick(['Which word is the longest?', 'Copy the longest word']),
    result: sorted[0]!,
  };
};

const listExercises: ListExercise[] = [
  positions,
  positions,
  repeats,
  reorders,
  removes,
  replaces,
  selects,
  selects,
  joins,
  counts,
  mentions,
  wraps,
  adds,
  ignores,
  longest,
];

export const drawListExercise: ListExercise = (list, stream) =>
  stream.pick(listExercises)(list, stream);
