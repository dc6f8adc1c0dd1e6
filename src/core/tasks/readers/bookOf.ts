import { AppError } from '../../errors.ts';
import type { ReadFile, ReadReport } from '../readReport.ts';
import type { RowCollector } from '../rows/rowCollector.ts';
import { taskFromRows, type TaskHead } from '../rows/taskFromRows.ts';
import { withoutEndMarker } from '../rows/withoutEndMarker.ts';

/** A task of the rows that were taken, and the book on all of them. @throws AppError 'bad-file'. */
export function bookOf(
  rows: RowCollector,
  head: TaskHead,
  read: Pick<ReadReport, 'format' | 'encoding'>,
): ReadFile {
  const { marker, rows: clean } = withoutEndMarker(rows.rows);
  const kept = clean.filter(({ outputs, place }) => {
    if (outputs.length === 0) rows.leave('noOutput', place);
    return outputs.length > 0;
  });
  if (kept.length === 0 && rows.count > 0) {
    const values = { fileName: head.fileName, rows: rows.count };
    throw new AppError('bad-file', 'noRowsLeft', values);
  }
  const { task, alsoHeldOut, ...book } = taskFromRows(kept, head);
  for (const { place } of alsoHeldOut) rows.leave('alsoHeldOut', place);
  const report: ReadReport = {
    ...read,
    rows: rows.count,
    leftOut: rows.leftOut,
    unknownKeys: rows.unknownKeys,
    endMarker: marker,
    ...book,
  };
  return { tasks: [task], report };
}
