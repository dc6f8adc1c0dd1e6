import { people } from '../../world/lexicon.ts';
import type { Solver } from '../solver.ts';

const pronounOf = new Map(people.map(({ name, pronoun }) => [name, pronoun]));

/** The person of the text who goes with she/her or he/his. */
function personFor(input: string, word: string): string {
  const pronoun = /^(she|her)$/i.test(word) ? 'she' : 'he';
  return input.split(/[^\p{L}]+/u).find((name) => pronounOf.get(name) === pronoun) ?? '';
}

/** Solvers of the cluster 'coreference' by task id. */
export const coreferenceSolvers: Readonly<Record<string, Solver>> = {
  coref_who: { solve: (input, { slots }) => personFor(input, slots['w'] ?? '') },
  coref_replace: {
    solve(input) {
      const last = input.split(/(?<=\.) /).at(-1);
      return last.replace(/^\w+/, (word) => personFor(input, word));
    },
  },
  coref_whose: {
    solve: (input) => personFor(input, /\b([hH]er|[hH]is) \w+/.exec(input)?.[1] ?? ''),
  },
};
