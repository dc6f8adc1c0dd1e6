/** How an answer is marked. */
export type AnswerVerdict = 'right' | 'partly' | 'wrong';

/** Metrics are means of floating-point parts: a full score may be a hair below 100. */
const full = 99.9;

/** @param score of the answer, 0–100 */
export const verdictOf = (score: number): AnswerVerdict =>
  score >= full ? 'right' : score <= 0 ? 'wrong' : 'partly';
