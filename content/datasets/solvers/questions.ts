import { places } from '../../world/lexicon.ts';
import type { Solver } from '../solver.ts';
import { locate, readTask, sentenceWith } from './scene.ts';

/** Finds the sentence with the word that the question asks about, and takes this part of it. */
const byWord = (asked: RegExp, part: RegExp, missing = '', lead = ''): Solver => ({
  solve(input) {
    const { sentences, question } = readTask(input);
    const word = asked.exec(question)?.[1] ?? '';
    const found = part.exec(sentenceWith(sentences, word) ?? '')?.[1];
    return found === undefined ? missing : lead + found;
  },
});

const placeWords = places.map(({ word }) => word);

/** Solvers of the cluster 'extractive QA' by task id. */
export const questionsSolvers: Readonly<Record<string, Solver>> = {
  qa_where: {
    solve(input) {
      const { sentences, question } = readTask(input);
      const subject = /^Where (?:is|was) (.*)\?$/.exec(question)?.[1] ?? '';
      return locate(sentences, subject)?.place ?? '';
    },
  },
  qa_who: byWord(/the (\w+)\?$/, /^(\w+)/),
  qa_what: byWord(/^What did (\w+)/, /^\w+ \w+ (.*)\.$/),
  qa_colour: byWord(/the (\w+)\?$/, /(\w+) \w+\.$/),
  qa_when: byWord(/^When did (\w+)/, /on (\w+day)/i, '', 'on '),
  qa_chain: {
    solve(input) {
      const { sentences } = readTask(input);
      const words = sentences.join(' ').split(/[^a-z]+/);
      return words.findLast((word) => placeWords.includes(word)) ?? '';
    },
  },
  qa_none: byWord(/the (\w+)\?$/, /^(\w+)/, 'not said'),
};
