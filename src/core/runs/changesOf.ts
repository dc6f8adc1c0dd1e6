import type { RunRecord } from './runRecord.ts';

/** A value before and after. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/** What was changed in a run at one step. */
export interface ChangeAt {
  readonly step: number;
  /** Shares of the mixture that were moved, the largest move first; those that only made room are left out. */
  readonly shares: readonly (Move & { readonly taskId: string })[];
  /** Of the schedule's peak; null where it stayed. */
  readonly learningRate: Move | null;
}

type Asked = Pick<RunRecord['changes'][number], 'mixingRates' | 'learningRate'>;

/** What was changed during a run, from what to what; changes at one step are one, and none is left out. */
export function changesOf(
  { mixingRates, changes }: Pick<RunRecord, 'mixingRates' | 'changes'>,
  startRate: number,
): ChangeAt[] {
  let before: Asked = { mixingRates, learningRate: startRate };
  const steps = [...new Set(changes.map(({ step }) => step))];
  return steps.flatMap((step) => {
    const after = changes.findLast((change) => change.step === step)!;
    const { learningRate } = after;
    const from = before;
    before = after;
    const shares = movedShares(from.mixingRates, after.mixingRates);
    const rate =
      from.learningRate === learningRate ? null : { from: from.learningRate, to: learningRate };
    return shares.length > 0 || rate ? [{ step, shares, learningRate: rate }] : [];
  });
}

/** Relative difference below which two numbers are the same. */
const tolerance = 1e-6;

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= tolerance * Math.max(a, b);

/**
 * Shares sum to 1, so that one that is moved changes all others by a common factor. Those that it does not
 * explain were moved.
 */
function movedShares(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): ChangeAt['shares'] {
  const all = Object.keys(after).map((taskId) => ({
    taskId,
    from: before[taskId] ?? 0,
    to: after[taskId]!,
  }));
  const factors = all.flatMap(({ from, to }) => (from > 0 && to > 0 ? [to / from] : []));
  const factor = mostCommon(factors);
  return all
    .filter(({ from, to }) => !isSame(to, factor * from))
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from));
}

/** The value that most of them have; 1 for an empty list. */
function mostCommon(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  let best = { value: 1, count: 0 };
  let first = 0;
  sorted.forEach((value, i) => {
    if (!isSame(value, sorted[first]!)) first = i;
    if (i + 1 - first > best.count) best = { value, count: i + 1 - first };
  });
  return best.value;
}
