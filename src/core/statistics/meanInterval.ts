import type { Interval } from './bootstrap.ts';
import { mean } from './mean.ts';

/**
 * The interval of the mean of independent estimates, from the interval of each (MOVER: Zou & Donner 2008): their
 * distances to either limit add up as squares. NaN without any.
 */
export function meanInterval(parts: readonly Interval[]): Interval {
  const middle = mean(parts.map((part) => part.mean));
  const away = (limit: 'low' | 'high'): number =>
    Math.hypot(...parts.map((part) => part.mean - part[limit])) / parts.length;
  return { mean: middle, low: middle - away('low'), high: middle + away('high') };
}
