import { AppError } from '../../errors.ts';
import type { ReadFile, ReadReport } from '../readReport.ts';
import type { RowCollector } from '../rows/rowCollector.ts';
import { taskFromRows, type TaskHead } from '../rows/taskFromRows.ts';
import { withoutEndMarker } from '../endMarker.ts';
import type { InstructionRow } from '../rows/instructionRow.ts';

/** A task of the rows that were taken, and the book on all of them. @throws AppError 'bad-file'. */
export function bookOf(
  rows: RowCollector,
  head: TaskHead,
  read: Pick<ReadReport, 'format' | 'encoding'>,
): ReadFile {
  const { marker, rows: clean } = withBareAnswers(rows.sample.rows);
  const kept = clean.filter(({ outputs, place }) => {
    if (outputs.length === 0) rows.leave('noOutput', place);
    return outputs.length > 0;
  });
  if (kept.length === 0 && rows.count > 0) {
    const values = { fileName: head.fileName, rows: rows.count };
    throw new AppError('bad-file', 'noRowsLeft', values);
  }
  const { mapping } = rows;
  const definition = mapping?.instruction ?? head.definition;
  const named = { ...head, ...(definition !== undefined && { definition }) };
  const { task, alsoHeldOut, ...book } = taskFromRows(kept, named);
  for (const { place } of alsoHeldOut) rows.leave('alsoHeldOut', place);
  const report: ReadReport = {
    ...read,
    ...(mapping && { mapping }),
    rows: rows.count,
    leftOut: rows.leftOut,
    notKept: rows.sample.nNotKept,
    unknownKeys: rows.unknownKeys,
    endMarker: marker,
    ...book,
  };
  return { tasks: [task], report };
}

/** The rows without another model's end marker; an answer that is nothing else is none. */
function withBareAnswers(rows: readonly InstructionRow[]): {
  marker: string | null;
  rows: readonly InstructionRow[];
} {
  const { marker, outputs } = withoutEndMarker(rows.flatMap((row) => row.outputs));
  if (marker === null) return { marker, rows };
  let at = 0;
  const bare = rows.map((row) => {
    const own = outputs.slice(at, (at += row.outputs.length));
    return { ...row, outputs: [...new Set(own)].filter((output) => output !== '') };
  });
  return { marker, rows: bare };
}
