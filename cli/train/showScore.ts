import type { Interval } from '../../src/core/statistics/bootstrap.ts';

/** A score in a report: one decimal, or a dash where there is none. */
export const showScore = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toFixed(1);

/** '90.9 (86.9 to 94.3)' */
export const showInterval = ({ mean, low, high }: Interval): string =>
  `${showScore(mean)} (${showScore(low)} to ${showScore(high)})`;
