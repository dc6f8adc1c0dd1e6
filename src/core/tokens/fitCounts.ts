import { renderInstance } from '../render/render.ts';
import { type SplitName, splitNames, type Task } from '../tasks/task.ts';
import { type Fit, fitOf } from './encode.ts';
import type { Reading } from './reading.ts';
import { wordingInTurn } from './wordingInTurn.ts';

/** How many examples lie whole in a row, how many are cut for it, how many can't be used. */
export type FitCounts = Readonly<Record<Fit, number>>;

/**
 * How the examples of a task fit into rows of `seqLen` tokens, by split, without worked examples.
 * Each instance is asked with `wordingInTurn`.
 */
export const fitCounts = (
  reading: Reading,
  task: Task,
  seqLen: number,
): Readonly<Record<SplitName, FitCounts>> => {
  const counts = splitNames.map((split) => [split, splitCounts(reading, task, split, seqLen)]);
  return Object.fromEntries(counts) as Record<SplitName, FitCounts>;
};

/** The same of one split. */
export function splitCounts(
  { format, tokenizer }: Reading,
  task: Task,
  split: SplitName,
  seqLen: number,
): FitCounts {
  const counts = { fits: 0, cut: 0, cannotFit: 0 };
  const wordingOf = wordingInTurn(task);
  task.splits[split].forEach((instance, i) => {
    const question = { task, wording: wordingOf(i), instance, shots: [] };
    counts[fitOf(renderInstance(format, question), tokenizer, seqLen)]++;
  });
  return counts;
}
