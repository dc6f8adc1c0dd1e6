import type { RandomStream } from '../../src/core/random.ts';
import { capitalise, type Person } from '../world/lexicon.ts';
import type { Fact } from '../world/story.ts';

/** One sentence of a passage and what can be asked about it. */
export interface Row {
  readonly sentence: string;
  readonly facts: readonly Fact[];
}

export type Relation = (stream: RandomStream, cast: readonly Person[]) => Row[];

/** A fact as a subject with its value. */
export interface Said {
  readonly subject: string;
  readonly value: string;
  readonly question: string;
  readonly answer: string;
  readonly claim: (value: string) => string;
}

/** The wrong claim names another row's value more often than one that the passage does not have. */
export function factOf(
  stream: RandomStream,
  said: Said,
  sisters: readonly string[],
  strangers: readonly string[],
): Fact {
  const others = (stream.chance(0.6) ? sisters : strangers).filter((value) => value !== said.value);
  const wrong =
    others.length > 0
      ? stream.pick(others)
      : stream.pick(strangers.filter((value) => value !== said.value));
  return {
    kind: 'lookup',
    question: said.question,
    answer: said.answer,
    statement: said.claim(said.value),
    falseStatement: said.claim(wrong),
  };
}

const openers = [
  '',
  '',
  '',
  '',
  'Then ',
  'Today ',
  'In the morning ',
  'Yesterday ',
  'After lunch ',
];

/** The sentence, often with a time in front. */
export const opened = (stream: RandomStream, sentence: string): string =>
  capitalise(stream.pick(openers) + sentence);
