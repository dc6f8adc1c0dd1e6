import type { Interval } from '../../core/statistics/bootstrap.ts';

/** How far an interval reaches to either side, in the unit of its values; null where there is none. */
export const halfWidth = (interval: Interval | null): number | null =>
  interval && (interval.high - interval.low) / 2;
