import type { Question } from '../render/question.ts';
import { renderExample } from '../render/render.ts';
import { encodeQuestion, type EncodedQuestion, type PromptCut } from './encode.ts';
import type { Reading } from './reading.ts';

/** What of a question a model does not read, for it to fit. */
export interface QuestionCut extends PromptCut {
  /** Worked examples that were left out, of the last ones. */
  readonly shots: number;
}

export interface QuestionRead extends EncodedQuestion {
  readonly cut: QuestionCut;
}

/**
 * A question as a model reads it, with `room` tokens left for the answer: with as many of its worked
 * examples as fit uncut, and shortened as `encodeQuestion` does where even without any it is too long.
 * Null when that is not enough.
 */
export function readQuestion(
  { format, tokenizer }: Reading,
  question: Question,
  maxLen: number,
  room: number,
): QuestionRead | null {
  const { shots } = question;
  for (let kept = shots.length; kept >= 0; kept--) {
    const rendered = renderExample(format, { ...question, shots: shots.slice(0, kept) }, '');
    const encoded = encodeQuestion(rendered, tokenizer, maxLen, room);
    const isWhole = encoded?.cut.instruction === 0 && encoded.cut.input === 0;
    if (encoded && (isWhole || kept === 0)) {
      return { ...encoded, cut: { ...encoded.cut, shots: shots.length - kept } };
    }
  }
  return null;
}
