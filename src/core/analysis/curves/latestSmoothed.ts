import type { CurveKind } from './curveKind.ts';
import { curvePoints } from './curvePoints.ts';
import type { RunColumns } from './runColumns.ts';

/** The average after `count` points, as `smooth` keeps it. */
interface Average {
  readonly weight: number;
  count: number;
  last: number;
  decay: number;
}

const averages = new WeakMap<object, Map<string, Average>>();

/**
 * The end of these tasks' mean curve as the chart draws it (`smooth`), or null where it has no point. What was
 * averaged before is kept, so that a running run costs only its new rows.
 */
export function latestSmoothed(
  columns: RunColumns,
  kind: CurveKind,
  taskIds: readonly string[],
  weight: number,
): number | null {
  const { ys } = curvePoints(columns, kind, 'step', taskIds);
  const newest = ys.at(-1);
  if (newest === undefined) return null;
  if (weight <= 0 || !Number.isFinite(newest)) return newest;
  const average = averageOf(columns[kind.table].source, taskIds.join(' '), weight, ys.length);
  for (const y of ys.subarray(average.count)) {
    if (!Number.isFinite(y)) continue;
    average.last = average.last * weight + (1 - weight) * y;
    average.decay *= weight;
  }
  average.count = ys.length;
  return average.last / (1 - average.decay);
}

/** Where it was left; from the start for another weight or an earlier state of the run. */
function averageOf(source: object, key: string, weight: number, length: number): Average {
  const own = averages.get(source) ?? new Map<string, Average>();
  averages.set(source, own);
  const known = own.get(key);
  if (known?.weight === weight && known.count <= length) return known;
  const fresh = { weight, count: 0, last: 0, decay: 1 };
  own.set(key, fresh);
  return fresh;
}
