import type { RandomStream } from '../../src/core/random.ts';
import { capitalise, people as everybody } from '../world/lexicon.ts';
import type { Fact } from '../world/story.ts';
import { answer } from './answers.ts';
import { asQuestion, drawPassage, drawWord, unsaidIn } from './passages.ts';
import { sameOrNot } from './sameOrNot.ts';
import { askAndAnswer, isItTrue } from './askedAndAnswered.ts';
import { bare, lowerStart } from './sentences.ts';

/** Said as in the text, or as the start of a sentence. */
const verdict = (isTrue: boolean, stream: RandomStream): string => {
  const word = isTrue ? 'yes' : 'no';
  return answer(stream.chance(0.5) ? word : capitalise(word));
};

/** A question and its answer with the words that the passage has, in its own form. */
const shortAnswer = ({ question, answer: text }: Fact, stream: RandomStream): string =>
  `${question} ${answer(text)}${stream.chance(0.7) ? '.' : ''}`;

/** A short yes/no question that names the claim plainly. */
function plainQuestion(fact: Fact, stream: RandomStream): string {
  const isTrue = stream.chance(0.5);
  const claim = bare(isTrue ? fact.statement : fact.falseStatement);
  const question = asQuestion(claim);
  if (!question) return `${claim}: ${answer(isTrue ? 'true' : 'false')}.`;
  return stream.chance(0.8)
    ? `${question} ${verdict(isTrue, stream)}.`
    : `"${question}" "${answer(isTrue ? 'Yes' : 'No')}, ${lowerStart(bare(fact.statement))}."`;
}

/** A yes/no question and that word alone. */
function shortVerdict(fact: Fact, stream: RandomStream): string {
  const isTrue = stream.chance(0.5);
  const claim = bare(isTrue ? fact.statement : fact.falseStatement);
  return `${asQuestion(claim) ?? `Is it true that ${lowerStart(claim)}?`} ${verdict(isTrue, stream)}.`;
}

/** Whether a word stands in the passage. */
function isMentioned(passage: string, stream: RandomStream): string {
  const isThere = stream.chance(0.5);
  const word = drawWord(passage, isThere, stream);
  return `${stream.pick([
    `Does it name ${word}?`,
    `Is the word ${word} there?`,
    `Does it have the word "${word}"?`,
  ])} ${verdict(isThere, stream)}.`;
}

/** Whether the passage answers a question; `strange` are facts of other people. */
function isSaid(
  passage: string,
  facts: readonly Fact[],
  strange: readonly Fact[],
  stream: RandomStream,
): string {
  const unsaid = unsaidIn(passage, strange);
  const isKnown = unsaid.length === 0 || stream.chance(0.5);
  const { question, answer: known } = stream.pick(isKnown ? facts : unsaid);
  const said = isKnown ? known : stream.pick(['not said', 'that is not said', 'nobody knows']);
  return stream.pick([
    `Is this said: ${question} ${verdict(isKnown, stream)}.`,
    `"${question}" Can one know that? ${verdict(isKnown, stream)}.`,
    `${question} If it is said: ${answer(said)}.`,
    `${question} ${answer(said)}.`,
  ]);
}

/** Weights of the kinds of rounds in lookupDocument: of all kinds, of answers or of verdicts only. */
const roundKinds = [
  [0.38, 0.12, 0.07, 0.27, 0.08, 0.08],
  [0.38, 0.12, 0.07, 0.27, 0.08, 0.08],
  [1],
  [0, 0, 0, 0, 0.15, 0, 0.85],
];

/**
 * A passage of a few facts that are alike, and short questions about them with their answers: to answer
 * one, the reader has to find *its* fact among its sisters. Ordinary stories ask for that too rarely
 * for a small model to learn it.
 */
export function lookupDocument(stream: RandomStream): string {
  if (stream.chance(0.06)) return sameOrNot(stream);
  const { text: passage, facts, strange } = drawPassage(stream);
  const readers = stream.sample(everybody, 2).map(({ name }) => name) as [string, string];
  const kinds = stream.pick(roundKinds);
  const rounds = Array.from({ length: 5 + stream.int(8) }, () => {
    const fact = stream.pick(facts);
    const kind = stream.weighted(kinds);
    if (kind === 0) return shortAnswer(fact, stream);
    if (kind === 1) return askAndAnswer(fact, readers, stream);
    if (kind === 2) return isItTrue(fact, readers, stream);
    if (kind === 3) return plainQuestion(fact, stream);
    if (kind === 6) return shortVerdict(fact, stream);
    return kind === 4 ? isMentioned(passage, stream) : isSaid(passage, facts, strange, stream);
  });
  const unique = [...new Set(rounds)];
  return [passage, ...unique].join(stream.chance(0.75) ? '\n' : ' ');
}
