import { animals, colours, foods, jobs, opposites, things } from '../../world/lexicon.ts';
import { useOf } from '../../world/usesOfThings.ts';
import type { Solver } from '../solver.ts';

const kindTable: readonly (readonly [string, readonly string[]])[] = [
  ['animal', animals.map(({ word }) => word)],
  ['thing', things.map(({ word }) => word)],
  ['food', foods.map(({ word }) => word)],
  ['job', jobs.map(({ word }) => word)],
  ['colour', colours],
];
const isOf = (kind: number, word: string): boolean => kindTable[kind]![1].includes(word);

/** The word that shares no kind with the three others. */
function oddOne(list: readonly string[]): string {
  const share = (a: string, b: string): boolean =>
    kindTable.some((_, kind) => isOf(kind, a) && isOf(kind, b));
  const partners = (word: string): number =>
    list.filter((other) => other !== word && share(word, other)).length;
  return [...list].sort((a, b) => partners(a) - partners(b))[0]!;
}

/** Solvers of the cluster 'word meaning' by task id. */
export const wordMeaningSolvers: Readonly<Record<string, Solver>> = {
  w_category: {
    solve: (_, { slots }) =>
      kindTable.find(([, words]) => words.includes(slots['w'] ?? ''))?.[0] ?? '',
  },
  w_odd: { solve: (input) => oddOne(input.split(', ')) },
  w_opposite: {
    solve(input) {
      const word = /(\w+)\.$/.exec(input)![1]!;
      const pair = opposites.find(
        (two) => two.includes(word) && !two.includes('rich') && !two.includes('sweet'),
      );
      const other = pair?.find((one) => one !== word) ?? '';
      return input.replace(/\w+\.$/, `${other}.`);
    },
  },
  w_riddle: {
    solve: (input, { options }) =>
      options.find((thing) => useOf.has(thing) && input.includes(useOf.get(thing)!)) ?? '',
  },
};
