import type { Interval } from './bootstrap.ts';
import { mean as meanOf } from './mean.ts';
import { t975 } from './tQuantile.ts';

/** Student's 95 % interval of a mean; unbounded for a single value, NaN without any. For a paired comparison hand in the differences. */
export function tInterval(values: readonly number[]): Interval {
  const n = values.length;
  const mean = meanOf(values);
  if (n < 2) return { mean, low: n === 0 ? NaN : -Infinity, high: n === 0 ? NaN : Infinity };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = t975(n - 1) * Math.sqrt(variance / n);
  return { mean, low: mean - half, high: mean + half };
}
