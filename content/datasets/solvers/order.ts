import type { Solver } from '../solver.ts';

/** How a text can be told, with the number of the group that happened first. */
const tellings: readonly (readonly [RegExp, 1 | 2])[] = [
  [/^(.*)\. Then (.*)\.$/, 1],
  [/^First (.*), then (.*)\.$/, 1],
  [/^After (.*), (.*)\.$/, 1],
  [/^Before (.*), (.*)\.$/, 2],
  [/^(.*), but before that (.*)\.$/, 2],
  [/^(.*) after (.*)\.$/, 2],
  [/^(.*) before (.*)\.$/, 1],
];

/** [first, last] in order of time. */
function inOrder(text: string): [string, string] {
  for (const [pattern, first] of tellings) {
    const found = pattern.exec(text);
    if (found) return first === 1 ? [found[1]!, found[2]!] : [found[2]!, found[1]!];
  }
  return ['', ''];
}

/** Solvers of the cluster 'order of events' by task id. */
export const orderSolvers: Readonly<Record<string, Solver>> = {
  ord_first: { solve: (input) => inOrder(input)[0] },
  ord_last: { solve: (input) => inOrder(input)[1] },
  ord_before: {
    solve(input) {
      const [text = '', question = ''] = input.split('\nQuestion: ');
      return question === `Was it first that ${inOrder(text)[0]}?` ? 'yes' : 'no';
    },
  },
};
