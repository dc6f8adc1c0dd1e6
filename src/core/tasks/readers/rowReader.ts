import { AppError } from '../../errors.ts';
import type { RowPlace } from '../../errorValues.ts';
import { mappedColumns } from '../rows/mappedColumns.ts';
import { rowKinds } from '../rows/index.ts';
import { RowCollector } from '../rows/rowCollector.ts';
import type { TaskHead } from '../rows/taskFromRows.ts';
import type { SplitName } from '../task.ts';
import { bookOf } from './bookOf.ts';
import type { FileContent, TaskReader } from './reader.ts';

/** A row as it stands in its file. */
export interface RawRow {
  readonly value: unknown;
  readonly place: RowPlace;
  /** What it is in by its place in the file. */
  readonly split?: SplitName;
}

/** A file that is opened at its first row. */
export interface RowsOfFile {
  readonly rows: AsyncIterable<RawRow> | Iterable<RawRow>;
  /** Where a header names them. */
  readonly columns?: readonly string[];
  /** What the file says of its task, once its rows have been read. */
  head?(): Omit<TaskHead, 'fileName'>;
}

/** A format whose files are rows: which of their columns is what, their names say or a person. */
export interface RowReader extends TaskReader {
  /** Its files are no text. */
  readonly isBinary?: true;
  open(content: FileContent, fileName: string): Promise<RowsOfFile> | RowsOfFile;
}

/** @param format how its rows are got; what becomes of them is the same for all. */
export function rowReader(format: Omit<RowReader, 'read'>): RowReader {
  return {
    ...format,
    async read(content, fileName, how = {}) {
      const { encoding } = await content.head();
      const file = await format.open(content, fileName);
      const { rows, columns } = file;
      const known = columns && mappedColumns(columns, how.mapping ?? null);
      if (known && !rowKinds.some((kind) => kind.fits(known))) {
        throw new AppError('bad-file', 'lackingColumns', { fileName, columns });
      }
      const collector = new RowCollector(fileName, how);
      for await (const { value, place, split } of rows) collector.take(value, place, split);
      const told = { format: format.name, encoding: format.isBinary ? null : encoding };
      return bookOf(collector, { fileName, ...file.head?.() }, told);
    },
  };
}

export const isRowReader = (reader: TaskReader): reader is RowReader => 'open' in reader;
