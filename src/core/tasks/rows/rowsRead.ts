import { RowCollector } from './rowCollector.ts';
import type { ColumnMapping } from '../columnMapping.ts';
import type { InstructionRow } from './instructionRow.ts';

/** What some rows of a file become with these columns. @throws AppError 'bad-file' for what can't be read so. */
export function rowsRead(
  rows: readonly unknown[],
  fileName: string,
  mapping: ColumnMapping,
): readonly InstructionRow[] {
  const collector = new RowCollector(fileName, { mapping });
  rows.forEach((row, i) => collector.take(row, { unit: 'row', at: i + 1 }));
  return collector.sample.rows;
}
