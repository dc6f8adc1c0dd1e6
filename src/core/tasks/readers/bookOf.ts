import { AppError } from '../../errors.ts';
import type { ReadFile, ReadReport } from '../readReport.ts';
import type { RowCollector } from '../rows/rowCollector.ts';
import { taskFromRows, type TaskHead } from '../rows/taskFromRows.ts';
import { mergedReading } from '../prompts/mergedReading.ts';
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
  const base = {
    ...read,
    ...(mapping && { mapping }),
    notKept: rows.sample.nNotKept,
    unknownKeys: rows.unknownKeys,
    endMarker: marker,
  };
  const groups = rowsByTask(kept);
  if (groups) return readGroups(groups, named, rows, base);
  const { task, alsoHeldOut, ...book } = taskFromRows(kept, named);
  for (const { place } of alsoHeldOut) rows.leave('alsoHeldOut', place);
  const report = { ...base, rows: rows.count, leftOut: rows.leftOut, ...book };
  return { tasks: [task], report };
}

/** A file with more tasks than this has names that are something else. */
const maxTasks = 2_000;
const fewestRowsOfTask = 3;

/** Rows by the name of their task, where a column says it (the Flan Collection, Longpre et al. 2023); null where each name is of few rows. */
function rowsByTask(
  rows: readonly InstructionRow[],
): ReadonlyMap<string, readonly InstructionRow[]> | null {
  const groups = new Map<string, InstructionRow[]>();
  for (const row of rows) {
    if (row.task === undefined) return null;
    const group = groups.get(row.task);
    if (group) group.push(row);
    else groups.set(row.task, [row]);
  }
  const isOfTasks = rows.length >= fewestRowsOfTask * groups.size && groups.size <= maxTasks;
  return groups.size > 1 && isOfTasks ? groups : null;
}

function readGroups(
  groups: ReadonlyMap<string, readonly InstructionRow[]>,
  head: TaskHead,
  rows: RowCollector,
  base: Omit<ReadReport, 'rows' | 'leftOut' | keyof Book>,
): ReadFile {
  const read = [...groups].flatMap(([name, own]) => {
    try {
      const { task, alsoHeldOut, ...book } = taskFromRows(own, { ...head, task: name });
      const [first] = alsoHeldOut;
      for (const { place } of alsoHeldOut) rows.leave('alsoHeldOut', place);
      const leftOut = first
        ? [{ reason: 'alsoHeldOut' as const, count: alsoHeldOut.length, first: first.place }]
        : [];
      return [{ tasks: [task], report: { ...base, rows: own.length, leftOut, ...book } }];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const { place } of own) rows.leave('tooFewInTask', place);
      return [];
    }
  });
  if (read.length === 0) {
    throw new AppError('bad-file', 'tooFewInputs', { fileName: head.fileName, count: 1 });
  }
  const whole = mergedReading(read, []);
  const [first, ...others] = whole.ownReports!;
  return {
    tasks: whole.tasks,
    report: { ...whole.report, rows: rows.count, leftOut: rows.leftOut },
    // What was left out of the file is in the book of its first task.
    ownReports: [{ ...first!, leftOut: rows.leftOut }, ...others],
  };
}

type Book = Omit<ReturnType<typeof taskFromRows>, 'task' | 'alsoHeldOut'>;

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
