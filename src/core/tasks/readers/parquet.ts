import { isParquet, openParquet } from '../containers/parquetTable.ts';
import { RowCollector } from '../rows/rowCollector.ts';
import { bookOf } from './bookOf.ts';
import type { TaskReader } from './reader.ts';

/** A table in Apache Parquet, as hubs publish datasets; read group by group. */
export const parquet: TaskReader = {
  name: 'parquet',
  endings: ['.parquet'],
  recognises: ({ bytes }) => (isParquet(bytes) ? 1 : 0),
  async read(content, fileName, watch) {
    const rows = new RowCollector(fileName, watch);
    const { groups, rowsOf } = await openParquet(content, fileName);
    for (const group of groups) {
      for await (const { row, at } of rowsOf(group)) rows.take(row, { unit: 'row', at });
    }
    return bookOf(rows, { fileName }, { format: 'parquet', encoding: null });
  },
};
