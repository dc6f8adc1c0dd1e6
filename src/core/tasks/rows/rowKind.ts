import type { Columns } from './columns.ts';
import type { ReadRow } from './instructionRow.ts';
import type { RowAt } from './rowText.ts';

/** One way of writing a question and its answer as keys and values: an entry of `rowKinds`. */
export interface RowKind {
  readonly name: string;
  /** Whether a row with these keys is written so. */
  fits(columns: Columns): boolean;
  /** What the row holds: one question, or several. @throws AppError 'bad-file' with the key at fault. */
  read(row: Readonly<Record<string, unknown>>, columns: Columns, at: RowAt): readonly ReadRow[];
}
