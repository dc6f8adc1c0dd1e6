import type { TaskMatrix } from '../matrices/taskMatrix.ts';
import type { CurveKind } from './curveKind.ts';
import type { CurveLine } from './curveLines.ts';

/** The same curves as numbers: a row a line, a column an x. */
export interface CurveTable extends TaskMatrix {
  readonly xs: readonly number[];
}

const maxColumns = 12;

/** At most twelve columns, evenly spread, the last one always there. */
export function curveTable(lines: readonly CurveLine[], unit: CurveKind['unit']): CurveTable {
  const all = new Set(lines.flatMap(({ points }) => [...points.xs]));
  const xs = evenly(
    [...all].sort((a, b) => a - b),
    maxColumns,
  );
  const values = lines.flatMap(({ points }) =>
    xs.map((x) => points.ys[points.xs.indexOf(x)] ?? NaN),
  );
  return {
    rows: lines.map(({ id }) => id),
    columns: xs.map(String),
    values: Float32Array.from(values),
    unit,
    xs,
  };
}

function evenly(values: readonly number[], n: number): number[] {
  if (values.length <= n) return [...values];
  const stride = (values.length - 1) / (n - 1);
  return Array.from({ length: n }, (_, i) => values[Math.round(i * stride)]!);
}
