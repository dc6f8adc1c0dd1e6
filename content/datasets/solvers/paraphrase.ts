import { verbs } from '../../world/verbs.ts';
import type { Solver } from '../solver.ts';

function passive(sentence: string): string {
  const [, name, past, thing, place = ''] =
    /^(\w+) (\w+) the (.+?)( (?:at|in|on) the \w+)?\.$/.exec(sentence) ?? [];
  const verb = verbs.find((one) => one.past === past);
  return `The ${thing} was ${verb?.participle} by ${name}${place}.`;
}

/** Solvers of the cluster 'paraphrase and rewriting' by task id. */
export const paraphraseSolvers: Readonly<Record<string, Solver>> = {
  para_same: {
    solve(input) {
      const [first = '', second = ''] = input.split('\n').map((line) => line.replace(/^\w+: /, ''));
      return passive(first) === second ? 'yes' : 'no';
    },
  },
  para_passive: { solve: passive },
  para_polite: {
    solve: (input) => `Could you please ${input.charAt(0).toLowerCase()}${input.slice(1, -1)}?`,
  },
  para_join: { solve: (input) => input.replace(/\. \w+/, ' and') },
};
