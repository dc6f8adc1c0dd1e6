import type { RandomStream } from '../../src/core/random.ts';
import { capitalise, people as everybody, type Person } from '../world/lexicon.ts';
import type { Fact } from '../world/story.ts';

/** One sentence of a passage and what can be asked about it. */
export interface Row {
  readonly sentence: string;
  readonly facts: readonly Fact[];
}

/** A row for each of the cast: facts that are alike, so that a question has to find its own. */
export type Relation = (stream: RandomStream, cast: readonly Person[]) => Row[];

/** One side of a fact: what is asked, what it is, and what it could be mistaken for. */
export interface Asked {
  readonly question: string;
  readonly value: string;
  /** The value, unless it is said in other words. */
  readonly answer?: string;
  readonly claim: (value: string) => string;
  /** What the rows of the passage have here. */
  readonly sisters: readonly string[];
  /** What a row could have; a function where that is drawn. */
  readonly strangers: readonly string[] | (() => readonly string[]);
}

export const factsOf = (stream: RandomStream, asked: readonly Asked[]): Fact[] =>
  asked.map((side) => factOf(stream, side));

/** The wrong claim names another row's value more often than one that the passage does not have. */
function factOf(stream: RandomStream, asked: Asked): Fact {
  const { question, value, answer = value, claim } = asked;
  const strangers = typeof asked.strangers === 'function' ? asked.strangers() : asked.strangers;
  const pool = stream.chance(0.6) ? asked.sisters : strangers;
  const others = pool.filter((other) => other !== value);
  const wrong = stream.pick(
    others.length > 0 ? others : strangers.filter((other) => other !== value),
  );
  return {
    kind: 'lookup',
    question,
    answer,
    statement: claim(value),
    falseStatement: claim(wrong),
  };
}

export const namesOf = (people: readonly Person[]): string[] => people.map(({ name }) => name);

const allNames = namesOf(everybody);

/** Which of the cast it is. */
export const whoAsked = (
  value: string,
  cast: readonly Person[],
  question: string,
  claim: (name: string) => string,
): Asked => ({ question, value, claim, sisters: namesOf(cast), strangers: allNames });

/** What is told of somebody by a single word, as data: how it is said, and how either side is asked for. */
export interface Pairing {
  /** All that the word could be. */
  readonly values: readonly string[];
  readonly sentences: (name: string, value: string) => readonly string[];
  readonly asked: (name: string) => readonly string[];
  readonly back: (value: string) => string;
  readonly claim: (name: string, value: string) => string;
}

/** Each of the cast with a value of its own. */
export const paired =
  ({ values, sentences, asked, back, claim }: Pairing): Relation =>
  (stream, cast) => {
    const own = stream.sample(values, cast.length);
    return cast.map(({ name }, i) => {
      const value = own[i]!;
      const sentence = stream.pick(sentences(name, value));
      const what: Asked = {
        question: pickOne(stream, asked(name)),
        value,
        claim: (other) => claim(name, other),
        sisters: own,
        strangers: values,
      };
      const who = whoAsked(name, cast, back(value), (other) => claim(other, value));
      return { sentence, facts: factsOf(stream, [what, who]) };
    });
  };

/** Of several, one that is drawn; a single one draws nothing. */
const pickOne = (stream: RandomStream, options: readonly string[]): string =>
  options.length === 1 ? options[0]! : stream.pick(options);

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
