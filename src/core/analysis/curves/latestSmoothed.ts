import type { CurveKind } from './curveKind.ts';
import { curvePoints } from './curvePoints.ts';
import type { RunColumns } from './runColumns.ts';

/** The end of these tasks' mean curve as the chart draws it, or null where it has no point. */
export function latestSmoothed(
  columns: RunColumns,
  kind: CurveKind,
  taskIds: readonly string[],
  smoothing: number,
): number | null {
  const { ys } = curvePoints(columns, { kind, xAxis: 'step', taskIds, smoothing });
  return ys.at(-1) ?? null;
}
