import type { Interval } from '../statistics/bootstrap.ts';
import { tInterval } from '../statistics/tInterval.ts';
import { wilson } from '../statistics/wilson.ts';

/**
 * How sure the mean of these scores is, 0–100: the 95 % interval for the task's mean over all examples like
 * these. Scores that are all right or wrong are counted (Wilson); where there is something in between it is
 * Student's. Null without any.
 */
export function scoreInterval(itemScores: readonly number[]): Interval | null {
  const n = itemScores.length;
  if (n === 0) return null;
  const right = itemScores.filter((score) => score === 100).length;
  if (itemScores.every((score) => score === 0 || score === 100)) {
    const share = wilson(right, n);
    return { mean: 100 * share.mean, low: 100 * share.low, high: 100 * share.high };
  }
  const { mean, low, high } = tInterval(itemScores);
  return { mean, low: Math.max(0, low), high: Math.min(100, high) };
}
