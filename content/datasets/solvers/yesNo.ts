import type { Solver } from '../solver.ts';
import { locate, readTask, sentenceWith } from './scene.ts';

const yesNo = (isTrue: boolean): string => (isTrue ? 'yes' : 'no');

/** The word before the thing, in the sentence that has the thing: 'Ana saw a red kite.' → 'red'. */
function colourOf(sentences: readonly string[], thing: string): string | undefined {
  const words = sentenceWith(sentences, thing)?.split(/[ .]/);
  return words?.[words.indexOf(thing) - 1];
}

function askedColour(input: string) {
  const { sentences, question } = readTask(input);
  const [, thing = '', colour = ''] = /^Was the (\w+) (\w+)\?$/.exec(question) ?? [];
  return { found: colourOf(sentences, thing), colour };
}

/** Solvers of the cluster 'yes/no reading' by task id. */
export const yesNoSolvers: Readonly<Record<string, Solver>> = {
  yn_fact: {
    solve(input) {
      const { found, colour } = askedColour(input);
      return yesNo(found === colour);
    },
  },
  yn_place: {
    solve(input) {
      const { sentences, question } = readTask(input);
      const [, subject = '', place] = /^Was (.*) ((?:at|in|on) the \w+)\?$/.exec(question) ?? [];
      return yesNo(locate(sentences, subject)?.place === place);
    },
  },
  yn_mention: {
    solve: (input, { slots }) => yesNo(input.split(/[^\p{L}]+/u).includes(slots['w'] ?? '')),
  },
  yn_answerable: {
    solve(input) {
      const { sentences, question } = readTask(input);
      const word = /the (\w+)\?$/.exec(question)?.[1] ?? /^What did (\w+)/.exec(question)?.[1];
      return yesNo(sentenceWith(sentences, word ?? '') !== undefined);
    },
  },
  yn_maybe: {
    solve(input) {
      const { found, colour } = askedColour(input);
      return found === undefined ? 'maybe' : yesNo(found === colour);
    },
  },
};
