import { randomStream } from '../random.ts';
import { mean } from './mean.ts';

/** A mean with the interval that holds 95 % of the resampled means. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const resamples = 10_000;

/**
 * Percentile bootstrap of the mean (Efron 1979): units are drawn with replacement, 10,000 times, from
 * a fixed seed. For a paired comparison hand in the differences. NaN without any value.
 */
export function bootstrapMean(values: readonly number[], seed = 1): Interval {
  if (values.length === 0) return { mean: NaN, low: NaN, high: NaN };
  const stream = randomStream(seed, 'bootstrap', values.length);
  const means = new Float64Array(resamples);
  for (let r = 0; r < resamples; r++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[stream.int(values.length)]!;
    means[r] = sum / values.length;
  }
  means.sort();
  const at = (share: number): number => means[Math.floor(share * (resamples - 1))]!;
  return { mean: mean(values), low: at(0.025), high: at(0.975) };
}
