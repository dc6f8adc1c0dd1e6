import type { Unit } from '../unit.ts';
import type { RunColumns } from './runColumns.ts';

/** One thing that a chart can show of a run; `docs/` and the page know it by its name alone. */
export interface CurveKind {
  readonly name: string;
  readonly unit: Unit;
  /** Natural ends of the y axis; null: as far as the values reach. */
  readonly range: readonly [min: number | null, max: number | null];
  /** Whether its values jump from point to point, so that a smoothed line is drawn over them. */
  readonly isSmoothed: boolean;
  /** Which way is up. */
  readonly isHigherBetter: boolean;
  /** Where its values stand: a column by task, one row a step or a validation. */
  readonly table: Exclude<keyof RunColumns, 'taskIds' | 'totals'>;
  readonly column: string;
}
