import type { Question } from './question.ts';
import type { Segment } from './segments.ts';

/**
 * How a question and its answer are put into words. Both are pure; the prompt ends where the answer begins,
 * and the two are tokenised apart, so a separating space belongs to the answer.
 */
export interface InstructionFormat {
  /** Value of the setting `instructionFormat`. */
  readonly name: string;
  /** Never a `target` segment. */
  prompt(question: Question): readonly Segment[];
  /** `target` segments only. */
  answer(output: string): readonly Segment[];
}
