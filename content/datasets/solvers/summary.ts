import { animals, colours, foods, things } from '../../world/lexicon.ts';
import type { Solver } from '../solver.ts';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const article = (word: string): string => (/^[aeiou]/.test(word) ? 'an' : 'a');

/** How each kind of story is read: what to look for, and its summary and title from what was found. */
const readings: readonly {
  readonly pattern: RegExp;
  readonly summary: (...found: string[]) => string;
  readonly title: (...found: string[]) => string;
}[] = [
  {
    pattern: /^(\w+) lost an? \w+ (\w+) .* (\w+) found/s,
    summary: (a, thing, b) => `${a} lost ${article(thing)} ${thing} and ${b} found it.`,
    title: (_a, thing) => `The Lost ${capital(thing)}`,
  },
  {
    pattern: /^(\w+) had an? (\w+) and (\w+) had an? (\w+)\./,
    summary: (a, one, b, two) =>
      `${a} and ${b} traded ${article(one)} ${one} for ${article(two)} ${two}.`,
    title: (_a, one, _b, two) => `The ${capital(one)} and the ${capital(two)}`,
  },
  {
    pattern: /^The (\w+) of (\w+) ran away\..*\. (\w+) saw/s,
    summary: (animal, a, b) => `The ${animal} of ${a} ran away and ${b} brought it back.`,
    title: (animal, a) => `The ${capital(animal)} of ${a}`,
  },
  {
    pattern: /^(\w+) made (\w+) for (\w+)\. The \w+ was too (\w+)\. So \w+ ate a (\w+)/,
    summary: (a, dish, b, _flaw, food) => `${a} made ${dish}, but ${b} ate a ${food}.`,
    title: (_a, dish, _b, flaw) => `The ${capital(flaw)} ${capital(dish)}`,
  },
  {
    pattern: /^(?:\w+) and (?:\w+) ran a race to the (\w+)\..*\. (\w+) won/s,
    summary: (place, a) => `${a} won the race to the ${place}.`,
    title: (place) => `The Race to the ${capital(place)}`,
  },
];

function read(input: string, what: 'summary' | 'title'): string {
  for (const reading of readings) {
    const found = reading.pattern.exec(input);
    if (found) return reading[what](...found.slice(1));
  }
  return '';
}

const kinds: readonly (readonly [string, readonly string[]])[] = [
  ['animal', animals.map(({ word }) => word)],
  ['food', foods.map(({ word }) => word)],
  ['thing', things.map(({ word }) => word)],
  ['colour', colours],
];
const numberWords = ['no', 'one', 'two', 'three', 'four'];

/** Two kinds that together account for every word ('orange' and the like may be of two). */
function countKinds(input: string): string {
  const list = input.split(', ');
  const own = kinds.filter(([, words]) => words.includes(list[0]!));
  for (const [one, first] of own)
    for (const [two, second] of kinds) {
      const i = list.filter((word) => first.includes(word)).length;
      if (one === two || !list.every((word) => first.includes(word) || second.includes(word)))
        continue;
      const say = (count: number, kind: string): string =>
        `${numberWords[count]} ${kind}${count === 1 ? '' : 's'}`;
      if (i < list.length) return `${say(i, one)} and ${say(list.length - i, two)}`;
    }
  return '';
}

/** Solvers of the cluster 'summarization' by task id. */
export const summarySolvers: Readonly<Record<string, Solver>> = {
  sum_story: { solve: (input) => read(input, 'summary') },
  sum_title: { solve: (input) => read(input, 'title') },
  sum_dialogue: {
    solve(input) {
      const place = /(at|in|on) the \w+/i.exec(input)![0];
      const all = [...input.matchAll(/\w+day/g)].map(([day]) => day);
      return `They will meet ${place.charAt(0).toLowerCase()}${place.slice(1)} on ${all.at(-1)}.`;
    },
  },
  sum_list: { solve: countKinds },
};
