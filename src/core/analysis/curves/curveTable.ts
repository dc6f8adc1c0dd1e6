import type { Unit } from '../unit.ts';
import type { TaskMatrix } from '../matrices/taskMatrix.ts';
import { rowsUpTo } from './countRows.ts';
import type { Curve } from './curvePoints.ts';

/** The same curves as numbers: a row a line, a column a step. */
export interface CurveTable extends TaskMatrix {
  readonly steps: readonly number[];
}

/** A line's id and curve. */
export interface TableLine {
  readonly id: string;
  readonly curve: Curve;
}

const maxColumns = 12;

/** At most twelve columns, evenly over the steps of the curve that has most points, and the last step of all. */
export function curveTable(lines: readonly TableLine[], unit: Unit): CurveTable {
  const curves = lines.map(({ curve }) => curve);
  const longest = curves.reduce<Curve | null>(
    (most, curve) => (curve.steps.length > (most?.steps.length ?? 0) ? curve : most),
    null,
  );
  const last = Math.max(...curves.map((curve) => curve.steps.at(-1) ?? -Infinity));
  const all = longest ? evenly(longest.steps, maxColumns) : [];
  const steps =
    all.at(-1) === last || all.length === 0 ? all : [...all.slice(0, maxColumns - 1), last];
  const values = curves.flatMap((curve) => steps.map((step) => valueAt(curve, step)));
  return {
    rows: lines.map(({ id }) => id),
    columns: steps.map(String),
    values: Float32Array.from(values),
    unit,
    steps,
  };
}

function valueAt({ steps, ys }: Curve, step: number): number {
  const row = rowsUpTo(steps, step) - 1;
  return steps[row] === step ? ys[row]! : NaN;
}

function evenly(values: Float64Array, n: number): number[] {
  if (values.length <= n) return [...values];
  const stride = (values.length - 1) / (n - 1);
  return Array.from({ length: n }, (_, i) => values[Math.round(i * stride)]!);
}
