import { foods, places } from '../../world/lexicon.ts';
import type { Solver } from '../solver.ts';

const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a');
const atPlace = (word: string): string => places.find((place) => place.word === word)?.at ?? word;

const fieldsOf = (record: string): Record<string, string> =>
  Object.fromEntries(
    record.split('; ').map((field): [string, string] => {
      const [key = '', value = ''] = field.split(': ');
      return [key, value];
    }),
  );

function sentenceOf(record: string): string {
  const { name, job, place, animal, food, thing, colour, owner } = fieldsOf(record);
  if (thing) return `The ${colour} ${thing} of ${owner} is ${atPlace(place!)}.`;
  if (food) return `${name} likes ${foods.find(({ word }) => word === food)!.plural}.`;
  const work = `${name} is ${article(job!)} ${job}`;
  return animal ? `${work} and has ${article(animal)} ${animal}.` : `${work} ${atPlace(place!)}.`;
}

function recordOf(sentence: string): string {
  const thing = /^The (\w+) (\w+) of (\w+) is \w+ the (\w+)\.$/.exec(sentence);
  if (thing)
    return `thing: ${thing[2]}; colour: ${thing[1]}; place: ${thing[4]}; owner: ${thing[3]}`;
  const liked = /^(\w+) likes (\w+)\.$/.exec(sentence);
  if (liked)
    return `name: ${liked[1]}; food: ${foods.find(({ plural }) => plural === liked[2])!.word}`;
  const [, name, job, rest = ''] = /^(\w+) is an? (\w+) (.*)\.$/.exec(sentence) ?? [];
  const last = rest.split(' ').at(-1);
  return `name: ${name}; job: ${job}; ${rest.startsWith('and has') ? 'animal' : 'place'}: ${last}`;
}

const pasts: Readonly<Record<string, string>> = {
  find: 'found',
  see: 'saw',
  take: 'took',
  buy: 'bought',
  lose: 'lost',
  draw: 'drew',
  hide: 'hid',
};

function sentenceOfWords(input: string): string {
  const [name = '', verb = '', ...rest] = input.split(', ');
  const place = places.find(({ word }) => word === rest.at(-1));
  const thing = place ? rest.slice(0, -1) : rest;
  const end = place ? ` ${place.at}` : '';
  return `${name} ${pasts[verb]} ${article(thing[0]!)} ${thing.join(' ')}${end}.`;
}

/** Solvers of the cluster 'data and text' by task id. */
export const dataTextSolvers: Readonly<Record<string, Solver>> = {
  d2t_record: { solve: sentenceOf },
  t2d_record: { solve: recordOf },
  d2t_words: { solve: sentenceOfWords },
  table_lookup: {
    solve(input) {
      const [table = '', question = ''] = input.split('\nQuestion: ');
      const rows = table.split('; ').map((row) => row.split(': '));
      const thing = /^Who has the (\w+)\?$/.exec(question)?.[1];
      if (thing) return rows.find(([, what]) => what!.endsWith(` ${thing}`))?.[0] ?? '';
      const name = /^What does (\w+)/.exec(question)?.[1];
      return rows.find(([who]) => who === name)?.[1] ?? '';
    },
  },
};
