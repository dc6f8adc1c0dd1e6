import { openParquet } from '../containers/parquetTable.ts';
import { RowCollector } from '../rows/rowCollector.ts';
import { bookOf } from './bookOf.ts';
import type { TaskReader } from './reader.ts';

/** `PAR1`, at both ends of the file. */
const sign = [0x50, 0x41, 0x52, 0x31];

/** A table in Apache Parquet, as hubs publish datasets; read group by group. */
export const parquet: TaskReader = {
  name: 'parquet',
  endings: ['.parquet'],
  recognises: ({ bytes }) => (sign.every((byte, i) => bytes[i] === byte) ? 1 : 0),
  async read(content, fileName, watch) {
    const rows = new RowCollector(fileName, watch);
    const { groups, rowsOf } = await openParquet(content, fileName);
    for (const group of groups) {
      for await (const { row, at } of rowsOf(group)) rows.take(row, { unit: 'row', at });
    }
    return bookOf(rows, { fileName }, { format: 'parquet', encoding: null });
  },
};
