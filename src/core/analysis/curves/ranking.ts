import type { CurveKind } from './curveKind.ts';

/** What is ranked: a line and its latest value. */
export interface LatestValue {
  readonly id: string;
  readonly name: string;
  readonly value: number;
}

/** By latest value, the best first. */
export const ranked = (
  latest: readonly LatestValue[],
  { isHigherBetter }: CurveKind,
): LatestValue[] =>
  [...latest].sort((a, b) => (isHigherBetter ? b.value - a.value : a.value - b.value));
