import type { Curve } from './curvePoints.ts';
import type { CurveKind } from './curveKind.ts';
import type { Window } from './drawnPoints.ts';
import { rowsBelow, rowsUpTo } from './countRows.ts';
import type { RunColumns } from './runColumns.ts';
import { isSharedAxis, type XAxis } from './xAxes.ts';

/**
 * How far the y axis reaches: over its natural ends, or all values where there are none; over the values in view;
 * over the values in view without the lowest and the highest twentieth.
 */
export const yRanges = ['whole', 'fit', 'robust'] as const;
export type YRange = (typeof yRanges)[number];

/** Values that are looked at for the robust range, evenly over the window, and at least of each curve. */
const [maxLooked, leastOfEach] = [6000, 20];
const cutShare = 0.05;

/** The x that a run's curves reach to, from 0; on an axis of the tasks' own the farthest of these groups of tasks. */
export function xRangeOf(
  { steps, validations, totals, sizes }: RunColumns,
  groups: readonly { readonly members: readonly string[] }[],
  xAxis: XAxis,
): Window {
  const ends = isSharedAxis(xAxis)
    ? [steps, validations].map((rows) => rows.column(xAxis).at(-1) ?? 0)
    : groups.map(({ members }) => {
        const sum = (of: (id: string) => number): number =>
          members.reduce((some, id) => some + of(id), 0);
        if (xAxis === 'taskTokens') return sum((id) => totals[id]?.tokens ?? 0);
        return sum((id) => totals[id]?.examples ?? 0) / (sum((id) => sizes[id] ?? 0) || Infinity);
      });
  return { from: 0, to: Math.max(0, ...ends) };
}

/**
 * Lowest and highest y of these curves between two x; null when there is no value.
 *
 * @param more further values that should be seen, e.g. of a base line
 */
export function yRangeOf(
  curves: readonly Curve[],
  window: Window,
  { kind, yRange, isLog }: { kind: CurveKind; yRange: YRange; isLog: boolean },
  more: readonly number[] = [],
): Window | null {
  const values = yRange === 'robust' ? sampled(curves, window) : outermost(curves, window);
  const seen = [...values, ...more].filter((y) => Number.isFinite(y) && (!isLog || y > 0));
  if (seen.length === 0) return null;
  const [low, high] =
    yRange === 'robust' ? quantiles(seen) : [Math.min(...seen), Math.max(...seen)];
  if (yRange !== 'whole' || isLog) return { from: low, to: high };
  const [least, most] = kind.range;
  return { from: least ?? low, to: most ?? high };
}

function outermost(curves: readonly Curve[], { from, to }: Window): number[] {
  return curves.flatMap(({ xs, ys, extremes }) => {
    const rows = extremes.outline(ys, rowsBelow(xs, from), rowsUpTo(xs, to), 64);
    return rows.map((row) => ys[row]!);
  });
}

function sampled(curves: readonly Curve[], { from, to }: Window): number[] {
  const most = Math.max(leastOfEach, Math.ceil(maxLooked / Math.max(1, curves.length)));
  return curves.flatMap(({ xs, ys }) => {
    const [first, end] = [rowsBelow(xs, from), rowsUpTo(xs, to)];
    const stride = Math.max(1, Math.ceil((end - first) / most));
    const values: number[] = [];
    for (let row = first; row < end; row += stride) values.push(ys[row]!);
    return values;
  });
}

function quantiles(values: number[]): [number, number] {
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.round(share * (values.length - 1))]!;
  return [at(cutShare), at(1 - cutShare)];
}
