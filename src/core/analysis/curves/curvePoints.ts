import type { CurveKind } from './curveKind.ts';
import type { Points } from './points.ts';
import type { Rows } from './rows.ts';
import type { RunColumns } from './runColumns.ts';

/** What the points of a curve are laid out along. */
export const xAxes = ['step', 'tokens'] as const;
export type XAxis = (typeof xAxes)[number];

/** A curve as far as it has been made, with room behind its end. */
interface Growing {
  rows: number;
  length: number;
  xs: Float64Array;
  ys: Float64Array;
}

const grown = new WeakMap<object, Map<string, Growing>>();

/**
 * The mean curve of these tasks in one run; rows without any of them have no point. What was made of earlier
 * rows of the same run is kept, so that a running run costs only its new rows.
 */
export function curvePoints(
  columns: RunColumns,
  kind: CurveKind,
  xAxis: XAxis,
  taskIds: readonly string[],
): Points {
  const rows = columns[kind.table];
  const indices = taskIds.map((id) => columns.taskIds.indexOf(id)).filter((index) => index >= 0);
  const curve = growingCurve(rows.source, [kind.column, xAxis, ...indices].join(' '));
  if (curve.rows < rows.length) extend(curve, rows, kind.column, xAxis, indices);
  const length = curve.rows > rows.length ? pointsWithin(curve, rows, xAxis) : curve.length;
  return { xs: curve.xs.subarray(0, length), ys: curve.ys.subarray(0, length) };
}

function growingCurve(source: object, key: string): Growing {
  const curves = grown.get(source) ?? new Map<string, Growing>();
  grown.set(source, curves);
  const curve = curves.get(key) ?? emptyCurve();
  curves.set(key, curve);
  return curve;
}

const emptyCurve = (): Growing => ({
  rows: 0,
  length: 0,
  xs: new Float64Array(64),
  ys: new Float64Array(64),
});

function extend(
  curve: Growing,
  rows: Rows,
  column: string,
  xAxis: XAxis,
  indices: readonly number[],
): void {
  const xs = rows.column(xAxis);
  const ownColumns = indices.map((index) => rows.column(column, index));
  for (let row = curve.rows; row < rows.length; row++) {
    let sum = 0;
    let count = 0;
    for (const own of ownColumns) {
      const value = own[row]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
    if (count > 0) push(curve, xs[row]!, sum / count);
  }
  curve.rows = rows.length;
}

function push(curve: Growing, x: number, y: number): void {
  if (curve.length === curve.xs.length) {
    curve.xs = larger(curve.xs);
    curve.ys = larger(curve.ys);
  }
  curve.xs[curve.length] = x;
  curve.ys[curve.length] = y;
  curve.length += 1;
}

function larger(values: Float64Array): Float64Array {
  const room = new Float64Array(2 * values.length);
  room.set(values);
  return room;
}

/** Points of an older state of the run. */
function pointsWithin(curve: Growing, rows: Rows, xAxis: XAxis): number {
  const last = rows.length === 0 ? -Infinity : rows.column(xAxis)[rows.length - 1]!;
  const beyond = curve.xs.subarray(0, curve.length).findIndex((x) => x > last);
  return beyond < 0 ? curve.length : beyond;
}
