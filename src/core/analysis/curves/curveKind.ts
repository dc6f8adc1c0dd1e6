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
  /** Where its values stand: a column by task, one row a step or a validation. Of several tasks it is their mean. */
  readonly table: 'steps' | 'validations';
  readonly column: string;
  /** For what is no such column: gives the values of all rows from the one asked for on, NaN where there is none. */
  readonly values?: (taskIndices: readonly number[]) => NewValues;
  /** Whether it is one value of the whole run, of no task in particular: it has one line. */
  readonly isOfRun?: boolean;
  /** What its line is held against, drawn beside it. */
  readonly against?: CurveKind;
}

/** Rows are asked for in order, those of a later call behind the earlier. */
export type NewValues = (columns: RunColumns, fromRow: number) => Float64Array;
