import type { Task } from '../../src/core/tasks/task.ts';
import type { Tokenizer } from '../../src/core/tokens/tokenizer.ts';

/** An answer may be so much longer than what is expected. */
const spareTokens = 8;
/** What has learnt nothing rambles on: only an expected answer that is longer makes it wait for more. */
const mostNewTokens = 64;
/** Texts of a like number of characters differ in tokens: so many of the longest are counted. */
const nCounted = 8;

/** Tokens of the task's longest right answer, end-of-sequence included, over all of its splits. */
export function longestAnswer({ splits }: Pick<Task, 'splits'>, tokenizer: Tokenizer): number {
  const answers = Object.values(splits)
    .flat()
    .flatMap(({ outputs }) => outputs)
    .sort((a, b) => b.length - a.length)
    .slice(0, nCounted);
  return Math.max(0, ...answers.map((answer) => tokenizer.encode(answer).length + 1));
}

/**
 * Tokens that a question may be answered with. It depends on the question and its task alone, so that the same
 * weights have the same score whatever else is asked beside it.
 * @param expected tokens of the expected answer, end-of-sequence included
 * @param longest of the task's right answers
 * @param room tokens of the context behind the prompt, at least `expected`
 */
export const answerLimit = (expected: number, longest: number, room: number): number =>
  Math.min(room, spareTokens + Math.max(expected, Math.min(longest, mostNewTokens - spareTokens)));
