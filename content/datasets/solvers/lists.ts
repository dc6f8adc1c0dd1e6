import { animals, colours, foods, jobs, things } from '../../world/lexicon.ts';
import type { Solver } from '../solver.ts';

const split = (input: string): string[] => input.split(', ');
const has = (nouns: readonly { readonly word: string }[]) => (word: string) =>
  nouns.some((noun) => noun.word === word);

const isOfKind: Readonly<Record<string, (word: string) => boolean>> = {
  animals: has(animals),
  foods: has(foods),
  things: has(things),
  jobs: has(jobs),
  colours: (word) => colours.includes(word),
  names: (word) => /^[A-Z]/.test(word),
};

/** Solvers of the cluster 'lists and words' by task id. */
export const listsSolvers: Readonly<Record<string, Solver>> = {
  list_first: { solve: (input) => split(input)[0]! },
  list_last: { solve: (input) => split(input).pop()! },
  list_reverse: { solve: (input) => split(input).reverse().join(', ') },
  list_dedup: { solve: (input) => [...new Set(split(input))].join(', ') },
  list_without: {
    solve: (input, { slots }) =>
      split(input)
        .filter((word) => word !== slots['w'])
        .join(', '),
  },
  list_join: { solve: (input) => input.replace(/, ([^,]*)$/, ' and $1') },
  list_kind: {
    solve: (input, { slots }) =>
      split(input).filter(isOfKind[slots['kind']!]!).join(', ') || 'none',
  },
};
