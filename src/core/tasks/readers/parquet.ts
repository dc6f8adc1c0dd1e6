import { isParquet, openParquet } from '../containers/parquetTable.ts';
import { type RawRow, rowReader } from './rowReader.ts';

/** A table in Apache Parquet, as hubs publish datasets; read group by group. */
export const parquet = rowReader({
  name: 'parquet',
  endings: ['.parquet'],
  isBinary: true,
  recognises: ({ bytes }) => (isParquet(bytes) ? 1 : 0),
  async open(content, fileName) {
    const { groups, rowsOf } = await openParquet(content, fileName);
    async function* rows(): AsyncGenerator<RawRow> {
      for (const group of groups) {
        for await (const { row, at } of rowsOf(group)) {
          yield { value: row, place: { unit: 'row', at } };
        }
      }
    }
    return { rows: rows() };
  },
});
