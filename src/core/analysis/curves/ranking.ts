import type { CurveKind } from './curveKind.ts';
import type { CurveLine } from './curveLines.ts';

/** A line's id with its latest value. */
export interface Ranked {
  readonly id: string;
  readonly value: number;
}

export const latestOf = ({ points }: CurveLine): number => points.ys.at(-1) ?? NaN;

/** The lines by their latest value, the best first. */
export const rankedLines = (lines: readonly CurveLine[], { isHigherBetter }: CurveKind): Ranked[] =>
  lines
    .map((line) => ({ id: line.id, value: latestOf(line) }))
    .sort((a, b) => (isHigherBetter ? b.value - a.value : a.value - b.value));
