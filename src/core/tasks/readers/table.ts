import { AppError } from '../../errors.ts';
import { tableRows } from '../containers/tableRows.ts';
import { columnsOf } from '../rows/columns.ts';
import { rowKinds } from '../rows/index.ts';
import { RowCollector } from '../rows/rowCollector.ts';
import { bookOf } from './bookOf.ts';
import type { TaskReader } from './reader.ts';

const endings = ['.csv', '.tsv', '.txt', '.tab'];

/** A table with a header row that names its columns. */
export const table: TaskReader = {
  name: 'table',
  endings,
  recognises({ text, fileName }) {
    if (text.includes('\0') || /^\s*[[{]/.test(text)) return 0;
    const [first = ''] = text.split(/\r?\n|\r/, 1);
    const hasEnding = endings.some((ending) => fileName.toLowerCase().endsWith(ending));
    return hasEnding ? 0.4 : /[,;\t|]/.test(first) ? 0.3 : 0;
  },
  async read(content, fileName, watch) {
    const { encoding } = await content.head();
    const { columns, rows: tableRowsRead } = tableRows(await content.text(), fileName);
    const known = columnsOf(columns);
    if (!rowKinds.some((kind) => kind.fits(known))) {
      throw new AppError('bad-file', 'lackingColumns', { fileName, columns });
    }
    const rows = new RowCollector(fileName, watch);
    for (const { cells, place } of tableRowsRead) rows.take(cells, place);
    return bookOf(rows, { fileName }, { format: 'table', encoding });
  },
};
