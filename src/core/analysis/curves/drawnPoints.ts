import type { Curve } from './curvePoints.ts';
import type { Points } from './points.ts';
import { rowsBelow, rowsUpTo } from './countRows.ts';

export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface DrawnPoints extends Points {
  /** Where values are lost, at the last good one before (or the first after): one for each such stretch. */
  readonly broken: Points;
}

/**
 * What is drawn of a curve between two x, with one point beyond on either side so that the line reaches the edge:
 * of each of `columns` stretches its lowest and its highest point. Lost values are left out and told apart.
 *
 * @param isLog leaves out values of 0 and less
 */
export function drawnPoints(
  { xs, ys, extremes }: Curve,
  { from, to }: Window,
  columns: number,
  isLog = false,
): DrawnPoints {
  const first = Math.max(0, rowsBelow(xs, from) - 1);
  const end = Math.min(xs.length, rowsUpTo(xs, to) + 1);
  const rows = extremes.outline(ys, first, end, columns);
  const kept = isLog ? rows.filter((row) => ys[row]! > 0) : rows;
  const broken = brokenRows(extremes.broken, first, end);
  return {
    xs: Float64Array.from(kept, (row) => xs[row]!),
    ys: Float64Array.from(kept, (row) => ys[row]!),
    broken: {
      xs: Float64Array.from(broken, (row) => xs[row]!),
      ys: Float64Array.from(broken, (row) => lastGood(ys, row)),
    },
  };
}

/** The first of each run of neighbouring rows between the two. */
const brokenRows = (rows: readonly number[], first: number, end: number): number[] =>
  rows.filter((row, i) => row >= first && row < end && rows[i - 1] !== row - 1);

function lastGood(ys: Float64Array, row: number): number {
  for (let i = row - 1; i >= 0; i--) if (Number.isFinite(ys[i])) return ys[i]!;
  return ys.find((y) => Number.isFinite(y)) ?? NaN;
}
