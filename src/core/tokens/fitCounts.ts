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
function splitCounts(...asked: Parameters<typeof splitFits>): FitCounts {
  const counting = splitFits(...asked);
  for (;;) {
    const { done, value } = counting.next();
    if (done) return value;
  }
}

/** Of a larger split an even part is counted. */
const mostCounted = 10_000;

/** The same, example by example, for who does something else in between; a very large split is told by an even part of it. */
export function* splitFits(
  { format, tokenizer }: Reading,
  task: Task,
  split: SplitName,
  seqLen: number,
): Generator<undefined, FitCounts> {
  const counts = { fits: 0, cut: 0, cannotFit: 0 };
  const wordingOf = wordingInTurn(task);
  const instances = task.splits[split];
  const every = Math.ceil(instances.length / mostCounted);
  for (let i = 0; i < instances.length; i += every) {
    const instance = instances[i]!;
    const question = { task, wording: wordingOf(i), instance, shots: [] };
    counts[fitOf(renderInstance(format, question), tokenizer, seqLen)]++;
    yield;
  }
  return every <= 1 ? counts : scaled(counts, instances.length);
}

/** What `all` examples come to where so many were counted. */
function scaled({ fits, cut, cannotFit }: FitCounts, all: number): FitCounts {
  const of = (count: number): number => Math.round((count * all) / (fits + cut + cannotFit));
  return { fits: all - of(cut) - of(cannotFit), cut: of(cut), cannotFit: of(cannotFit) };
}
