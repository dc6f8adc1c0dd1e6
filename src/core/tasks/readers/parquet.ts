import type { AsyncBuffer } from 'hyparquet';
import { AppError, causeOf } from '../../errors.ts';
import { maxInstances } from '../fileLimits.ts';
import { RowCollector } from '../rows/rowCollector.ts';
import { bookOf } from './bookOf.ts';
import type { TaskReader } from './reader.ts';

/** `PAR1`, at both ends of the file. */
const sign = [0x50, 0x41, 0x52, 0x31];
/** Rows that are in memory as objects at a time, beside what has been taken of them. */
const rowsAtATime = 2_000;

/** A table in Apache Parquet, as hubs publish datasets; read by `hyparquet`, which is fetched when it is wanted. */
export const parquet: TaskReader = {
  name: 'parquet',
  endings: ['.parquet'],
  recognises: ({ bytes }) => (sign.every((byte, i) => bytes[i] === byte) ? 1 : 0),
  async read(content, fileName) {
    const [{ parquetMetadataAsync, parquetReadObjects }, { compressors }] = await Promise.all([
      import('hyparquet'),
      import('hyparquet-compressors'),
    ]);
    const guarded = guard(await content.buffer(), fileName);
    const { file } = guarded;
    const metadata = await guarded.reading(parquetMetadataAsync(file));
    const count = Number(metadata.num_rows);
    if (count > maxInstances) {
      throw new AppError('bad-file', 'tooManyInstances', { fileName, count, max: maxInstances });
    }
    const rows = new RowCollector(fileName);
    for (let from = 0; from < count; from += rowsAtATime) {
      const range = { rowStart: from, rowEnd: Math.min(count, from + rowsAtATime) };
      const options = { file, metadata, compressors, ...range };
      const read = await guarded.reading(parquetReadObjects(options));
      read.forEach((row, i) => rows.take(row, { unit: 'row', at: from + i + 1 }));
    }
    return bookOf(rows, { fileName }, { format: 'parquet', encoding: null });
  },
};

/**
 * A damaged file fails in one column while the library reads others, and nobody is left to hear of their faults: bytes come a turn
 * later, and none come once the reading has failed.
 */
function guard(buffer: ArrayBuffer, fileName: string) {
  let hasFailed = false;
  const file: AsyncBuffer = {
    byteLength: buffer.byteLength,
    slice: (from, to) =>
      new Promise((resolve) => {
        setTimeout(() => {
          if (!hasFailed) resolve(buffer.slice(from, to));
        });
      }),
  };
  const reading = async <T>(read: Promise<T>): Promise<T> => {
    try {
      return await read;
    } catch (error) {
      hasFailed = true;
      throw new AppError('bad-file', 'noParquet', { fileName, cause: causeOf(error) });
    }
  };
  return { file, reading };
}
