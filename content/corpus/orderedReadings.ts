import type { RandomStream } from '../../src/core/random.ts';
import { capitalise, colours } from '../world/lexicon.ts';
import { naming } from './passages.ts';
import { lowerStart } from './sentences.ts';

/** An order to a reader, the text that it is about, and what the reader says. */
export interface Reading {
  readonly order: string;
  readonly text: string;
  readonly question?: string;
  readonly said: string;
  /** What it is chosen from. */
  readonly choices?: readonly string[];
}

/** Several orders for one text: only who reads the order knows what to say. */
export type Readings = (stream: RandomStream) => Reading[];

export const anyWord = (stream: RandomStream): string =>
  stream.pick(stream.chance(0.8) ? naming : colours);

interface Judged {
  readonly isSo: boolean;
  /** 'the word kite is there', 'the writer was happy' */
  readonly claim: string;
}

/** "If so, say kite, else say blue": two words that mean yes and no this once. */
export function signal({ isSo, claim }: Judged, stream: RandomStream): Omit<Reading, 'text'> {
  const [yes, no] = [anyWord(stream), anyWord(stream)] as const;
  const verb = stream.pick(['say', 'write', 'call', 'answer', 'put down', 'tell me']);
  const order = stream.pick([
    `If ${claim}, ${verb} ${yes}, and if not, ${no}.`,
    `${capitalise(verb)} ${yes} when ${claim}, otherwise ${no}.`,
    `When ${claim}, ${verb} ${yes}. When not, ${verb} ${no}.`,
    `The word ${yes} means that ${claim}, ${no} that it is not so. Which one is it?`,
    `${capitalise(verb)} "${yes}" if ${claim}; if it is not so, ${verb} "${no}".`,
    `${capitalise(verb)} either ${yes} or ${no}: ${yes} if ${claim}.`,
  ]);
  return { order, said: isSo ? yes : no };
}

/** Yes or no to something that is claimed. */
export const yesNo = (isSo: boolean, stream: RandomStream): Pick<Reading, 'order' | 'said'> => {
  const [yes, no] = stream.chance(0.8)
    ? ['yes', 'no']
    : stream.pick([
        ['true', 'false'],
        ['right', 'wrong'],
      ]);
  const verb = stream.pick(['Say', 'Write', 'Tell me', 'Put down', 'Decide']);
  const order = stream.pick([
    `${verb} ${yes} or ${no}.`,
    `${capitalise(yes)} or ${no}?`,
    `${verb} only ${yes} or only ${no}.`,
    `Look whether it is so: ${yes} or ${no}.`,
    `Think about it, then ${lowerStart(verb)} ${yes} or ${no}.`,
    `${verb} ${no} if it is not so, else ${yes}.`,
  ]);
  return { order, said: isSo ? yes : no };
};

/** Orders that want an answer and no sentence. */
export const inFewWords = [
  'Be short.',
  'Only the answer, no sentence.',
  'Say just what is asked for.',
  'Use as few words as you can.',
  'Use words that stand there.',
  'Find it and say it.',
  'No whole sentence, please.',
  'What is asked? Say that and nothing else.',
  'Look it up.',
];
