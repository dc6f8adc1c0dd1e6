import type { RandomStream } from '../../src/core/random.ts';
import { makeSnippet, snippetKinds, type Snippet } from '../world/code.ts';
import { answer } from './answers.ts';
import { bare, lowerStart } from './sentences.ts';

const languages = (snippet: Snippet, stream: RandomStream): string =>
  stream.pick([
    `Python:\n${snippet.python}\nJavaScript:\n${snippet.javascript}`,
    `JavaScript:\n${snippet.javascript}\nPython:\n${snippet.python}`,
    `In Python one writes\n${snippet.python}\nand in JavaScript\n${snippet.javascript}`,
    `${snippet.python}\nThe same in JavaScript:\n${snippet.javascript}`,
    `${snippet.javascript}\nThe same in Python:\n${snippet.python}`,
  ]);

function explained(snippet: Snippet, stream: RandomStream): string {
  const lines = [stream.chance(0.5) ? snippet.python : snippet.javascript];
  if (stream.chance(0.7))
    lines.push(
      stream.pick([
        `This means: ${lowerStart(snippet.says)}`,
        snippet.says,
        `What does it do? ${snippet.says}`,
      ]),
    );
  if (snippet.result && stream.chance(0.7)) {
    const printed = snippet.python.includes('print');
    lines.push(
      stream.pick(
        printed
          ? [
              `It prints ${answer(snippet.result)}.`,
              `Printed: ${answer(snippet.result)}`,
              `Result: ${answer(snippet.result)}`,
            ]
          : [`The value is ${answer(snippet.result)}.`],
      ),
    );
  }
  if (snippet.variables.length > 0 && stream.chance(0.25))
    lines.push(`The variable is called ${snippet.variables[0]}.`);
  return lines.join('\n');
}

const asked = (snippet: Snippet, stream: RandomStream): string =>
  `"${bare(snippet.says).replaceAll('"', "'")}," said the teacher. So we wrote:\n${stream.chance(0.5) ? snippet.python : snippet.javascript}`;

/** Two to four small programs: phrase books of two languages, explanations, results. */
export function codeDocument(stream: RandomStream): string {
  const kinds = stream.chance(0.3) ? [stream.pick(snippetKinds)] : snippetKinds;
  const form = stream.weighted([0.4, 0.42, 0.18]);
  const blocks = Array.from({ length: 2 + stream.int(3) }, () => {
    const snippet = makeSnippet(stream, stream.pick(kinds));
    return [languages, explained, asked][form]!(snippet, stream);
  });
  return blocks.join('\n');
}
