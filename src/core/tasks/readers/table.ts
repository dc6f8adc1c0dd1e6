import { tableRows } from '../containers/tableRows.ts';
import { rowReader } from './rowReader.ts';

const endings = ['.csv', '.tsv', '.txt', '.tab'];

/** A table with a header row that names its columns. */
export const table = rowReader({
  name: 'table',
  endings,
  recognises({ text, fileName }) {
    if (text.includes('\0') || /^\s*[[{]/.test(text)) return 0;
    const [first = ''] = text.split(/\r?\n|\r/, 1);
    const hasEnding = endings.some((ending) => fileName.toLowerCase().endsWith(ending));
    return hasEnding ? 0.4 : /[,;\t|]/.test(first) ? 0.3 : 0;
  },
  async open(content, fileName) {
    const { columns, rows } = tableRows(await content.text(), fileName);
    return { columns, rows: rows.map(({ cells, place }) => ({ value: cells, place })) };
  },
});
