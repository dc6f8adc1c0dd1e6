import type { RandomStream } from '../../../src/core/random.ts';
import { animals, colours, foods, things } from '../../world/lexicon.ts';

/** A tiny program in two languages, in words, and what it prints. */
export interface Program {
  readonly python: string;
  readonly javascript: string;
  readonly says: string;
  readonly printed: string;
  /** In order of first use. */
  readonly variables: readonly string[];
  readonly difficulty: 1 | 2 | 3;
}

const names = ['x', 'y', 'a', 'b', 'n', 'k', 'count', 'total', 'age', 'size', 'left', 'step'];

/** One assignment and a print, a second variable, or a word that is printed. */
export function makeProgram(stream: RandomStream): Program {
  const [one, two] = stream.sample(names, 2) as [string, string];
  const kind = stream.weighted([0.4, 0.35, 0.25]);
  if (kind === 2) return printWord(stream, one);
  const [i, k] = [1 + stream.int(12), 1 + stream.int(8)];
  const sign = i > k && stream.chance(0.4) ? '-' : '+';
  const word = sign === '+' ? 'plus' : 'minus';
  const result = sign === '+' ? i + k : i - k;
  if (kind === 0) {
    return {
      python: `${one} = ${i}\nprint(${one} ${sign} ${k})`,
      javascript: `let ${one} = ${i};\nconsole.log(${one} ${sign} ${k});`,
      says: `It sets ${one} to ${i} and prints ${one} ${word} ${k}.`,
      printed: String(result),
      variables: [one],
      difficulty: result <= 10 ? 1 : 2,
    };
  }
  return {
    python: `${one} = ${i}\n${two} = ${k}\nprint(${one} ${sign} ${two})`,
    javascript: `let ${one} = ${i};\nlet ${two} = ${k};\nconsole.log(${one} ${sign} ${two});`,
    says: `It sets ${one} to ${i} and ${two} to ${k} and prints ${one} ${word} ${two}.`,
    printed: String(result),
    variables: [one, two],
    difficulty: 3,
  };
}

function printWord(stream: RandomStream, name: string): Program {
  const pool = [...animals, ...things, ...foods].map(({ word }) => word);
  const word = stream.pick([...pool, ...colours]);
  return {
    python: `${name} = "${word}"\nprint(${name})`,
    javascript: `let ${name} = "${word}";\nconsole.log(${name});`,
    says: `It sets ${name} to the word ${word} and prints it.`,
    printed: word,
    variables: [name],
    difficulty: 1,
  };
}
