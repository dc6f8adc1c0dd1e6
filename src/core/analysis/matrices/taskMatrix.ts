import type { Unit } from '../unit.ts';

/** Numbers by row and column, row-major: what tables and heat maps show. NaN where there is none. */
export interface TaskMatrix {
  /** Ids of tasks, or of what stands for several. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: Float32Array; // [rows, columns]
  readonly unit: Unit;
}

/** The values of one row. */
export const matrixRow = ({ columns, values }: TaskMatrix, row: number): Float32Array =>
  values.subarray(row * columns.length, (row + 1) * columns.length);
