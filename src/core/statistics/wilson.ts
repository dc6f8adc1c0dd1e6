import { z975 } from './tQuantile.ts';
import type { Interval } from './bootstrap.ts';

/**
 * The 95 % interval of a share that was found `right` times out of n (Wilson 1927): it stays inside 0–1 and is
 * honest for few cases and at both ends, where p ± 2·se isn't (Brown, Cai & DasGupta 2001).
 */
export function wilson(right: number, n: number): Interval {
  const mean = right / n;
  const z2 = z975 ** 2 / n;
  const centre = (mean + z2 / 2) / (1 + z2);
  const half = (Math.sqrt(mean * (1 - mean) + z2 / 4) * Math.sqrt(z2)) / (1 + z2);
  return { mean, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
