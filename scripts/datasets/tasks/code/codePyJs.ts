import type { RandomStream } from '../../../../src/core/random.ts';
import { makeSnippet, type Snippet } from '../../../world/code.ts';
import { people as everybody, type Person } from '../../../world/lexicon.ts';
import type { TaskSource } from '../../taskSource.ts';

/** Kinds of snippets of one or two lines, with their weights. */
const kinds: Readonly<Record<string, number>> = {
  assign: 3,
  text: 3,
  print: 3,
  sum: 3,
  setAndPrint: 2,
  condition: 2,
  compare: 2,
  loop: 2,
  call: 3,
  append: 2,
  length: 1,
  join: 2,
  truth: 1,
  comment: 2,
};

/** A tiny Python program to JavaScript. */
export const codePyJs: TaskSource = {
  id: 'code_py_js',
  name: 'Code translation',
  cluster: 'code',
  metric: 'strictMatch',
  category: 'Program Translation',
  reasoning: 'Formal Languages -> Translating Syntax',
  domain: 'Code',
  outputLanguage: 'JavaScript',
  definition: 'The input is a tiny Python program. Write the same program in JavaScript.',
  wordings: [
    { text: 'Translate Python to JavaScript.', place: 'before' },
    { text: 'Write this code in JavaScript.', place: 'before' },
    { text: 'How do you say this Python line in JavaScript?', place: 'before' },
    { text: 'Turn the program into JavaScript and change nothing that it does.', place: 'before' },
    { text: 'The same in JavaScript:', place: 'after' },
    { text: 'Now rewrite this Python code as JavaScript.', place: 'after' },
  ],
  draw({ stream, people }) {
    for (;;) {
      const { python, javascript } = drawSnippet(stream);
      if (namesOnly(python, people)) return { input: python, output: javascript };
    }
  },
  explain: ({ output }) =>
    output.startsWith('let')
      ? 'JavaScript makes a new variable with let, and a statement ends with a semicolon.'
      : 'It does the same in the words and signs of JavaScript.',
  mistake: ({ input }) => ({
    output: input,
    explanation: 'This is still Python.',
  }),
};

function drawSnippet(stream: RandomStream): Snippet {
  const names = Object.keys(kinds);
  return makeSnippet(stream, names[stream.weighted(Object.values(kinds))]);
}

/** Whether every person named in the text is one of these. */
const namesOnly = (text: string, people: readonly Person[]): boolean =>
  everybody.every((person) => people.includes(person) || !text.includes(`"${person.name}"`));
