import type { CurveKind, NewValues } from './curveKind.ts';
import { Extremes } from './extremes.ts';
import { GrowingNumbers } from './growingNumbers.ts';
import type { Points } from './points.ts';
import type { RunColumns } from './runColumns.ts';
import { rowsUpTo } from './countRows.ts';
import { SmoothedCurve } from './smoothedCurve.ts';
import { TaskAxis } from './taskAxis.ts';
import { isSharedAxis, type XAxis } from './xAxes.ts';

/** The points of a curve, and what makes them quick to draw and to read. */
export interface Curve extends Points {
  /** The step of each point. [n] */
  readonly steps: Float64Array;
  readonly extremes: Extremes;
}

export interface CurveAsked {
  readonly kind: CurveKind;
  readonly xAxis: XAxis;
  /** Whose mean it is. */
  readonly taskIds: readonly string[];
  /** 0–0.99; 0: as it is. */
  readonly smoothing?: number;
}

/** A curve as far as it has been made. */
interface Growing {
  rows: number;
  readonly xs: GrowingNumbers;
  readonly ys: GrowingNumbers;
  readonly steps: GrowingNumbers;
  readonly taskAxis: TaskAxis;
  readonly newValues: NewValues;
  readonly extremes: Extremes;
  smoothed: SmoothedCurve | null;
}

const grown = new WeakMap<object, Map<string, Growing>>();

/**
 * The mean curve of these tasks in one run; rows without any of them have no point. What was made of earlier
 * rows of the same run is kept, so that a running run costs only its new rows.
 */
export function curvePoints(columns: RunColumns, asked: CurveAsked): Curve {
  const { kind, xAxis, taskIds, smoothing = 0 } = asked;
  const rows = columns[kind.table];
  const indices = taskIds.map((id) => columns.taskIds.indexOf(id)).filter((index) => index >= 0);
  const key = [kind.table, kind.column, xAxis, ...indices].join(' ');
  const curve = growingCurve(rows.source, key, () => emptyCurve(indices, asked));
  if (curve.rows < rows.length) extend(curve, columns, asked);
  const lastStep = rows.column('step').at(-1) ?? -Infinity;
  const length = curve.rows > rows.length ? rowsUpTo(curve.steps.first(), lastStep) : undefined;
  const xs = curve.xs.first(length);
  const steps = curve.steps.first(length);
  if (smoothing <= 0) return { xs, steps, ys: curve.ys.first(length), extremes: curve.extremes };
  if (curve.smoothed?.weight !== smoothing) curve.smoothed = new SmoothedCurve(smoothing);
  const { ys, extremes } = curve.smoothed.upTo(curve.ys.first());
  return { xs, steps, ys: ys.subarray(0, xs.length), extremes };
}

function growingCurve(source: object, key: string, create: () => Growing): Growing {
  const curves = grown.get(source) ?? new Map<string, Growing>();
  grown.set(source, curves);
  const curve = curves.get(key) ?? create();
  curves.set(key, curve);
  return curve;
}

const emptyCurve = (taskIndices: readonly number[], { kind, xAxis }: CurveAsked): Growing => ({
  rows: 0,
  xs: new GrowingNumbers(),
  ys: new GrowingNumbers(),
  steps: new GrowingNumbers(),
  taskAxis: new TaskAxis(taskIndices, xAxis),
  newValues: kind.values?.(taskIndices) ?? meansOf(kind, taskIndices),
  extremes: new Extremes(),
  smoothed: null,
});

function extend(curve: Growing, columns: RunColumns, { kind, xAxis }: CurveAsked): void {
  const rows = columns[kind.table];
  const steps = rows.column('step');
  const from = curve.rows;
  const xs = isSharedAxis(xAxis)
    ? rows.column(xAxis).subarray(from)
    : curve.taskAxis.at(columns, steps.subarray(from));
  curve.newValues(columns, from).forEach((y, i) => {
    if (Number.isNaN(y)) return;
    curve.xs.push(xs[i]!);
    curve.ys.push(y);
    curve.steps.push(steps[from + i]!);
  });
  curve.rows = rows.length;
  curve.extremes.grow(curve.ys.first());
}

/** A column of several tasks as their mean. */
const meansOf =
  ({ table, column }: CurveKind, taskIndices: readonly number[]): NewValues =>
  (columns, fromRow) => {
    const rows = columns[table];
    const own = taskIndices.map((index) => rows.column(column, index));
    return Float64Array.from({ length: rows.length - fromRow }, (_, i) => meanAt(own, fromRow + i));
  };

/** The mean of those that have a value in this row; NaN where none has. */
function meanAt(columns: readonly Float64Array[], row: number): number {
  let sum = 0;
  let count = 0;
  for (const values of columns) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}
