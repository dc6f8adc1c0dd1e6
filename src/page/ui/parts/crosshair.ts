import type { LinePoint, LineSeries } from '../../state/chartData.ts';

/** What the crosshair reads of one line. */
export interface LineReading {
  readonly line: LineSeries;
  readonly y: number;
}

/** A line is read where it has a point near enough: this many of its own mean gaps away. */
const reachInGaps = 4;

const readable = (series: readonly LineSeries[]): readonly LineSeries[] =>
  series.filter(({ isRead, points }) => isRead && points.length > 0);

/** First and last x that any line can be read at, or null when there is none. */
export function readRange(series: readonly LineSeries[]): readonly [number, number] | null {
  const lines = readable(series);
  if (lines.length === 0) return null;
  const first = Math.min(...lines.map(({ points }) => points[0]!.x));
  const last = Math.max(...lines.map(({ points }) => points.at(-1)!.x));
  return [first, last];
}

/** The x of the point, on whichever line, that is nearest to this x; null when there is no line. */
export function nearestX(series: readonly LineSeries[], x: number): number | null {
  const candidates = readable(series).map(({ points }) => nearestPoint(points, x).x);
  return candidates.length === 0 ? null : candidates.reduce((best, at) => nearer(best, at, x));
}

const nearer = (a: number, b: number, x: number): number =>
  Math.abs(b - x) < Math.abs(a - x) ? b : a;

/** The next x to the right (or left) at which some line has a point; `x` itself at the end. */
export function nextX(series: readonly LineSeries[], x: number, direction: 1 | -1): number {
  const beyond = readable(series).flatMap(({ points }) => {
    const at = lowerBound(points, x);
    if (direction === -1) return points[at - 1]?.x ?? [];
    return (points[at]?.x === x ? points[at + 1] : points[at])?.x ?? [];
  });
  if (beyond.length === 0) return x;
  return direction === 1 ? Math.min(...beyond) : Math.max(...beyond);
}

/** The value of every line that has one near this x, highest first. */
export function readAt(series: readonly LineSeries[], x: number): LineReading[] {
  return readable(series)
    .flatMap((line) => {
      const point = nearestPoint(line.points, x);
      return Math.abs(point.x - x) <= reachOf(line.points) ? [{ line, y: point.y }] : [];
    })
    .sort((a, b) => b.y - a.y);
}

function reachOf(points: readonly LinePoint[]): number {
  const span = points.at(-1)!.x - points[0]!.x;
  return points.length < 2 ? 0 : (reachInGaps * span) / (points.length - 1);
}

function nearestPoint(points: readonly LinePoint[], x: number): LinePoint {
  const at = lowerBound(points, x);
  const after = points[at];
  const before = points[at - 1];
  if (!before) return points[0]!;
  return after && after.x - x < x - before.x ? after : before;
}

/** Index of the first point at this x or beyond; the number of points when there is none. */
function lowerBound(points: readonly LinePoint[], x: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.x < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
