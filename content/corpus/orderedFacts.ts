import type { RandomStream } from '../../src/core/random.ts';
import type { Fact } from '../world/story.ts';
import {
  anyWord,
  inFewWords,
  signal,
  yesNo,
  type Reading,
  type Readings,
} from './orderedReadings.ts';
import { asQuestion, drawPassage, drawWord, unsaidIn, words } from './passages.ts';
import { bare, lowerStart } from './sentences.ts';

/** A passage as orders need it. */
interface Told {
  readonly text: string;
  readonly sentences: readonly string[];
  readonly facts: readonly Fact[];
  /** Facts that the passage doesn't tell. */
  readonly unsaid: readonly Fact[];
}

type Order = (told: Told, stream: RandomStream) => Reading;

/** A claim as a question. */
const doubted = (claim: string): string =>
  asQuestion(claim) ?? `Is it so that ${lowerStart(claim)}?`;

const inASentence = [
  'Use a whole sentence.',
  'Say it in a full sentence.',
  'Make a sentence of it.',
  'Not one word but a sentence, please.',
];
const unknown = ['not said', 'unknown', 'nobody knows', 'none', 'nothing', 'no answer'];

const short: Order = ({ text, facts }, stream) => {
  const { question, answer: said } = stream.pick(facts);
  return { order: stream.pick(inFewWords), text, question, said };
};

const sentence: Order = ({ text, facts }, stream) => {
  const { question, statement } = stream.pick(facts);
  return { order: stream.pick(inASentence), text, question, said: statement };
};

/** A fact as it is or as it isn't. */
function claimed(facts: readonly Fact[], stream: RandomStream) {
  const isSo = stream.chance(0.5);
  const { statement, falseStatement } = stream.pick(facts);
  return { isSo, claim: bare(isSo ? statement : falseStatement) };
}

const judged: Order = ({ text, facts }, stream) => {
  const { isSo, claim } = claimed(facts, stream);
  return stream.chance(0.8)
    ? { ...yesNo(isSo, stream), text, question: doubted(claim) }
    : { ...signal({ isSo, claim: lowerStart(claim) }, stream), text };
};

/** Yes, no, or maybe where nobody tells it. */
const perhaps: Order = ({ text, facts, unsaid }, stream) => {
  const asked = (claim: string, said: string): Reading => ({
    order: stream.pick([
      'Say yes or no, and maybe if nobody tells it.',
      'Is it so? Yes, no, or maybe when one cannot know.',
      'Maybe, yes or no: which one?',
    ]),
    text,
    question: doubted(claim),
    said,
  });
  if (unsaid.length > 0 && !stream.chance(0.6))
    return asked(bare(stream.pick(unsaid).statement), 'maybe');
  const { isSo, claim } = claimed(facts, stream);
  return asked(claim, isSo ? 'yes' : 'no');
};

/** Whether the passage tells it, or what it tells, if anything. */
const known: Order = ({ text, facts, unsaid }, stream) => {
  const isKnown = unsaid.length === 0 || stream.chance(0.5);
  const { question, answer: found } = stream.pick(isKnown ? facts : unsaid);
  if (stream.chance(0.4)) {
    const order = stream.pick([
      'Does it tell that? Say yes or no.',
      'Say yes if one can know it, or no.',
      'Is the answer there: yes or no?',
    ]);
    return { order, text, question, said: isKnown ? 'yes' : 'no' };
  }
  const no = stream.chance(0.7) ? stream.pick(unknown) : anyWord(stream);
  const order = stream.pick([
    `Say it, or "${no}" if it is not there.`,
    `When nobody tells it, say ${no}. When somebody does, say what.`,
    `Look it up. If you cannot find it: ${no}.`,
  ]);
  return { order, text, question, said: isKnown ? found : no };
};

/** Whether a word is there. */
const named: Order = ({ text }, stream) => {
  const isSo = stream.chance(0.5);
  const word = drawWord(text, isSo, stream);
  const claim = stream.pick([
    `the word ${word} is there`,
    `it has ${word} in it`,
    `somebody says ${word}`,
    `you see the word "${word}"`,
  ]);
  if (stream.chance(0.5)) return { ...signal({ isSo, claim }, stream), text };
  const { order, said } = yesNo(isSo, stream);
  return { order: `Is it so that ${claim}? ${order}`, text, said };
};

/** The sentence that has a word of its own. */
const picked: Order = (told, stream) => {
  const { text, sentences } = told;
  const found = stream.pick(sentences);
  const others = sentences.filter((other) => other !== found).flatMap(words);
  const own = words(found).filter((word) => !others.includes(word));
  if (own.length === 0) return short(told, stream);
  const word = stream.pick(own);
  if (stream.chance(0.5))
    return { order: `Say the sentence that has ${word} in it.`, text, said: found };
  const end = anyWord(stream);
  const order = stream.pick([
    `Say the sentence where you see ${word}, and after it ${end}.`,
    `In which sentence is "${word}"? Tell it and end with ${end}.`,
  ]);
  return { order, text, said: `${found} ${end}` };
};

const orders = [short, short, short, judged, judged, sentence, perhaps, known, named, picked];

/** Orders for a passage of facts that are alike. */
export const ofFacts: Readings = (stream) => {
  const { text, sentences, facts, strange } = drawPassage(stream, 3);
  const told = { text, sentences, facts, unsaid: unsaidIn(text, strange) };
  return Array.from({ length: 2 + stream.int(2) }, () => stream.pick(orders)(told, stream));
};
