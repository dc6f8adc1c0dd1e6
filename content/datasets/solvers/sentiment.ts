import type { Solver } from '../solver.ts';

const strength: readonly (readonly [RegExp, number])[] = [
  [/awful|terrible|horrible|very bad|complete mess/, -2],
  [/not so|a bit|rather bad|not very/, -1],
  [/wonderful|perfect|amazing|very good|excellent/, 2],
  [/good|nice|fine/, 1],
];

interface Clause {
  /** As it stands in the review. */
  readonly said: string;
  readonly words: string;
  readonly grade: number;
}

/** The clauses 'the … was …' of a review with their strength. */
const clauses = (input: string): Clause[] =>
  [...input.matchAll(/[tT]he \w+ was [^,.]+/g)].map(([found]) => {
    const words = found.charAt(0).toLowerCase() + found.slice(1);
    return {
      said: found,
      words,
      grade: strength.find(([pattern]) => pattern.test(words))?.[1] ?? 0,
    };
  });

const isGood = (input: string): boolean =>
  clauses(input).reduce((sum, { grade }) => sum + grade, 0) > 0;

/** Solvers of the cluster 'sentiment and rating' by task id. */
export const sentimentSolvers: Readonly<Record<string, Solver>> = {
  rate_stars: {
    solve(input) {
      const found = clauses(input);
      const mean = found.reduce((sum, { grade }) => sum + grade, 0) / found.length;
      return String(3 + mean);
    },
  },
  rate_polarity: { solve: (input) => (isGood(input) ? 'happy' : 'unhappy') },
  rate_recommend: { solve: (input) => (isGood(input) ? 'yes' : 'no') },
  rate_aspect: {
    solve: (input) =>
      clauses(input)
        .find(({ grade }) => grade > 0)
        ?.words.split(' ')[1] ?? '',
  },
  rate_reason: { solve: (input) => clauses(input).find(({ grade }) => grade < 0)?.said ?? '' },
};
