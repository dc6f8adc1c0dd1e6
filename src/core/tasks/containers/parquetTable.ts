import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet';
import { AppError, causeOf } from '../../errors.ts';
import { maxBytesInMemory } from '../fileLimits.ts';
import { classLabels, withLabels } from './classLabels.ts';

/** Rows that are in memory as objects at a time, beside what has been taken of them. */
const rowsAtATime = 10_000;
const maxRowGroups = 10_000;
const maxColumns = 1_000;

/** `PAR1`, at both ends of the file. */
const sign = [0x50, 0x41, 0x52, 0x31];

export const isParquet = (bytes: Uint8Array): boolean => sign.every((byte, i) => bytes[i] === byte);

/** Bytes that can be had from anywhere. */
export interface RandomAccess {
  /** In bytes. */
  size(): Promise<number>;
  slice(from: number, to: number): Promise<ArrayBuffer>;
}

/** Rows that lie together in the file and can be read without the others. */
export interface RowGroup {
  /** Number of its first row in the file, from 0. */
  readonly from: number;
  readonly rows: number;
  /** Where its columns lie in the file. */
  readonly startByte: number;
  readonly endByte: number;
}

/** A row, and its number in the file from 1. */
export interface ParquetRow {
  readonly row: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** A Parquet file whose table of contents has been read, and nothing else. */
export interface ParquetTable {
  readonly groups: readonly RowGroup[];
  /** @throws AppError 'bad-file' for a damaged group, or one that is too large unpacked. */
  readonly rowsOf: (group: RowGroup) => AsyncIterable<ParquetRow>;
}

/**
 * Reads a file's table of contents; `hyparquet` is fetched when it is first wanted.
 * @param classes whether a column of classes gives their names, or their numbers as prompts want them
 * @throws AppError 'bad-file' for what is no Parquet, or has more groups or columns than are read.
 */
export async function openParquet(
  content: RandomAccess,
  fileName: string,
  classes: 'names' | 'numbers' = 'names',
): Promise<ParquetTable> {
  const [{ parquetMetadataAsync, parquetReadObjects }, { compressors: all }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet-compressors'),
  ]);
  const guarded = await guard(content, fileName);
  const { file } = guarded;
  const metadata = await guarded.reading(parquetMetadataAsync(file));
  const groups = groupsOf(metadata, fileName);
  const compressors = withinMemory(all, fileName);
  const labels = classLabels(metadata.key_value_metadata);
  async function* rowsOf({ from, rows }: RowGroup): AsyncGenerator<ParquetRow> {
    for (let start = from; start < from + rows; start += rowsAtATime) {
      const range = { rowStart: start, rowEnd: Math.min(from + rows, start + rowsAtATime) };
      const options = { file, metadata, compressors, ...range };
      const read = await guarded.reading(parquetReadObjects(options));
      for (const [i, row] of read.entries()) {
        yield { row: classes === 'names' ? withLabels(row, labels) : row, at: start + i + 1 };
      }
    }
  }
  return { groups, rowsOf };
}

function groupsOf({ row_groups: groups, schema }: FileMetaData, fileName: string): RowGroup[] {
  const isWithin = groups.length <= maxRowGroups && schema.length <= maxColumns;
  if (!isWithin) {
    const values = { fileName, groups: groups.length, columns: schema.length };
    throw new AppError('bad-file', 'parquetTooWide', { ...values, maxRowGroups, maxColumns });
  }
  let from = 0;
  return groups.map((group) => {
    const rows = Number(group.num_rows);
    const columns = group.columns.map((column) => column.meta_data);
    const sum = (values: readonly (bigint | undefined)[]): number =>
      values.reduce((total: number, value) => total + Number(value ?? 0), 0);
    const unpacked = sum(columns.map((column) => column?.total_uncompressed_size));
    if (unpacked > maxBytesInMemory) throw tooLarge(fileName, unpacked);
    from += rows;
    const extents = columns.map((column) => {
      const start = Number(column?.dictionary_page_offset ?? column?.data_page_offset ?? 0);
      return { start, end: start + Number(column?.total_compressed_size ?? 0) };
    });
    return {
      from: from - rows,
      rows,
      startByte: Math.min(...extents.map(({ start }) => start)),
      endByte: Math.max(...extents.map(({ end }) => end)),
    };
  });
}

const tooLarge = (fileName: string, bytes: number): AppError =>
  new AppError('bad-file', 'rowGroupTooLarge', { fileName, bytes, maxBytes: maxBytesInMemory });

/** What the contents say of a page may be a lie: what it would unpack to is looked at before there is memory for it. */
const withinMemory = (compressors: Compressors, fileName: string): Compressors =>
  Object.fromEntries(
    Object.entries(compressors).map(([name, unpack]) => [
      name,
      (input: Uint8Array, bytes: number) => {
        if (bytes > maxBytesInMemory) throw tooLarge(fileName, bytes);
        return unpack(input, bytes);
      },
    ]),
  );

/**
 * A damaged file fails in one column while the library reads others, and nobody is left to hear of their faults: bytes come a turn
 * later, and none come once the reading has failed.
 */
async function guard(content: RandomAccess, fileName: string) {
  let failure: unknown;
  const byteLength = await content.size();
  const file: AsyncBuffer = {
    byteLength,
    slice: (from, to = byteLength) =>
      new Promise((resolve, reject) => {
        setTimeout(() => {
          if (failure === undefined) content.slice(from, to).then(resolve, reject);
        });
      }),
  };
  const reading = async <T>(read: Promise<T>): Promise<T> => {
    try {
      return await read;
    } catch (error) {
      failure = error;
      if (error instanceof AppError) throw error;
      throw new AppError('bad-file', 'noParquet', { fileName, cause: causeOf(error) });
    }
  };
  return { file, reading };
}
