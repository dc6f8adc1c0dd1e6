import type { Solver } from '../solver.ts';

const words =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen twenty`.split(/\s+/);

const valuesIn = (input: string): number[] =>
  input.split(/[^\w]+/).flatMap((word) => {
    const value = words.indexOf(word);
    return value >= 0 ? [value] : [];
  });

/** Solvers of the cluster 'numbers' by task id. */
export const numbersSolvers: Readonly<Record<string, Solver>> = {
  num_add: { solve: (input) => words[valuesIn(input).reduce((sum, value) => sum + value)]! },
  num_story: { solve: (input) => words[valuesIn(input).reduce((left, value) => left - value)]! },
  num_compare: {
    solve(input) {
      const [first = 0, second = 0] = valuesIn(input);
      const names = input.match(/\b[A-Z]\w+/g) ?? [];
      return names[first > second ? 0 : 1] ?? '';
    },
  },
  num_seq: {
    solve(input) {
      const said = input.split(', ');
      const isWords = words.includes(said[0]!);
      const values = said.map((word) => (isWords ? words.indexOf(word) : Number(word)));
      const next = 2 * values.at(-1) - values.at(-2);
      return isWords ? words[next]! : String(next);
    },
  },
};
