import { AppError, causeOf } from '../../errors.ts';
import { RowCollector } from '../rows/rowCollector.ts';
import { bookOf } from './bookOf.ts';
import type { TaskReader } from './reader.ts';

/** `PAR1`, at both ends of the file. */
const sign = [0x50, 0x41, 0x52, 0x31];
/** Rows that are in memory as objects at a time, beside what has been taken of them. */
const rowsAtATime = 2_000;

/** A table in Apache Parquet, as the hub publishes datasets; read by `hyparquet`, which is fetched when it is wanted. */
export const parquet: TaskReader = {
  name: 'parquet',
  endings: ['.parquet'],
  recognises: ({ bytes }) => (sign.every((byte, i) => bytes[i] === byte) ? 1 : 0),
  async read(content, fileName) {
    const [{ parquetMetadataAsync, parquetReadObjects }, { compressors }] = await Promise.all([
      import('hyparquet'),
      import('hyparquet-compressors'),
    ]);
    const file = await content.buffer();
    const rows = new RowCollector(fileName);
    const readable = async <T>(reading: Promise<T>): Promise<T> => {
      try {
        return await reading;
      } catch (error) {
        throw new AppError('bad-file', 'noParquet', { fileName, cause: causeOf(error) });
      }
    };
    const metadata = await readable(parquetMetadataAsync(file as never));
    const count = Number(metadata.num_rows);
    for (let from = 0; from < count; from += rowsAtATime) {
      const range = { rowStart: from, rowEnd: Math.min(count, from + rowsAtATime) };
      const options = { file: file as never, metadata, compressors, ...range };
      const read = await readable(parquetReadObjects(options));
      read.forEach((row, i) => rows.take(row, { unit: 'row', at: from + i + 1 }));
    }
    return bookOf(rows, { fileName }, { format: 'parquet', encoding: null });
  },
};
