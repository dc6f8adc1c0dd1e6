import type { RunColumns } from './curves/runColumns.ts';
import { lookUp } from '../lookUp.ts';

/** What shares can be counted in. */
export const bookUnits = ['examples', 'tokens', 'answerTokens'] as const;
export type BookUnit = (typeof bookUnits)[number];

/** What was asked for of one task and what was trained on, until now. */
export interface TaskBook {
  readonly taskId: string;
  /** Mean over the steps of the share of examples that the mixture asked for, 0–1. */
  readonly asked: number;
  /** How much came, and its share of all tasks, 0–1; null in records from before it was counted. */
  readonly amounts: Readonly<Record<BookUnit, number | null>>;
  readonly shares: Readonly<Record<BookUnit, number | null>>;
  /** Training examples that there are, after the cap; null where the record does not say. */
  readonly available: number | null;
  /** How often each of them has come on average. */
  readonly epochs: number | null;
  /** The step in which an example came again; null until then. */
  readonly repeatsFrom: number | null;
}

/**
 * The books of a run, one a task that was asked for or came, in the order of `sizes`: a packed batch gives long
 * examples more of its tokens than their share of the draws.
 *
 * @param sizes training examples by task id, as `RunRecord.trainExamples` has them
 */
export function books(
  { totals }: Pick<RunColumns, 'totals'>,
  sizes: Readonly<Record<string, number>> = {},
): TaskBook[] {
  const all = Object.entries(totals);
  const sumOf = (key: 'examples' | 'tokens' | 'lossTokens' | 'asked'): number =>
    all.reduce((sum, [, own]) => sum + own[key], 0);
  const asked = sumOf('asked');
  const sums = {
    examples: sumOf('examples'),
    tokens: sumOf('tokens'),
    answerTokens: sumOf('lossTokens'),
  };
  const order = Object.keys(sizes);
  return all
    .filter(([, own]) => own.asked > 0 || own.lossTokens > 0)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([taskId, own]): TaskBook => {
      const { examples, tokens, lossTokens: answerTokens, repeatsFrom } = own;
      const available = lookUp(sizes, taskId) ?? null;
      const known = (unit: BookUnit, amount: number): number | null =>
        sums[unit] > 0 ? amount : null;
      const amounts = {
        examples: known('examples', examples),
        tokens: known('tokens', tokens),
        answerTokens: known('answerTokens', answerTokens),
      };
      return {
        taskId,
        asked: asked > 0 ? own.asked / asked : 0,
        amounts,
        shares: sharesOf(amounts, sums),
        available,
        epochs: available && amounts.examples !== null ? examples / available : null,
        repeatsFrom,
      };
    });
}

const sharesOf = (
  amounts: TaskBook['amounts'],
  sums: Readonly<Record<BookUnit, number>>,
): Record<BookUnit, number | null> => {
  const share = (unit: BookUnit): number | null =>
    amounts[unit] === null ? null : amounts[unit] / sums[unit];
  return {
    examples: share('examples'),
    tokens: share('tokens'),
    answerTokens: share('answerTokens'),
  };
};
