import { animals, foods, things } from '../../world/lexicon.ts';
import { verbs, type Verb } from '../../world/verbs.ts';
import type { Solver } from '../solver.ts';

const known = (word: string): Verb | undefined =>
  verbs.find(({ base, third, past }) => word === base || word === third || word === past);

/** The sentence with its verb in the form that fits what stands before it. */
function corrected(input: string): string {
  const words = input.split(' ');
  const start = words[0] === 'Yesterday' ? 1 : 0;
  const subjectLength = words[start]!.toLowerCase() === 'the' ? 2 : 1;
  const at = start + subjectLength + (words[start + subjectLength] === 'will' ? 1 : 0);
  const verb = known(words[at]!);
  if (!verb) return input;
  const form = words[at - 1] === 'will' ? verb.base : start === 1 ? verb.past : verb.third;
  const fixed = [...words.slice(0, at), form, ...words.slice(at + 1)].join(' ');
  return fixed.replace(
    /\b(a|an) (\w)/g,
    (_, _article, letter: string) => `${'aeiou'.includes(letter) ? 'an' : 'a'} ${letter}`,
  );
}

function inPast(input: string): string {
  const words = input.split(' ');
  const at = words[0] === 'The' ? 2 : 1;
  words[at] = known(words[at]!)?.past ?? words[at]!;
  return words.join(' ');
}

function ofMany(input: string): string {
  const [, noun = '', verb = '', rest = ''] = /^The (\w+) (is|was) (.*)$/.exec(input) ?? [];
  const plural = [...animals, ...things, ...foods].find(({ word }) => word === noun)?.plural;
  return `The ${plural} ${verb === 'is' ? 'are' : 'were'} ${rest}`;
}

/** Solvers of the cluster 'grammar' by task id. */
export const grammarSolvers: Readonly<Record<string, Solver>> = {
  gr_fix: { solve: corrected },
  gr_ok: { solve: (input) => (corrected(input) === input ? 'yes' : 'no') },
  gr_past: { solve: inPast },
  gr_plural: { solve: ofMany },
};
