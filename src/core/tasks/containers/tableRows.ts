import Papa from 'papaparse';
import { AppError } from '../../errors.ts';
import type { RowPlace } from '../../errorValues.ts';

/** A row of a table by the names of its columns, lower case. */
export interface TableRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly place: RowPlace;
}

/** A table's columns in their order, and its rows. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Excel's first line that names the separator. */
const separatorLine = /^\s*"?sep=(.)"?[^\S\n]*\r?(?:\n|$)/i;

/**
 * A table with a header row: comma, semicolon, tab or bar between cells (found by itself, or named by Excel's `sep=`
 * line), quotes as in RFC 4180, any line ends. Rows of separators only are no rows. Places are lines of the file.
 * @throws AppError 'bad-file' at the line of a row that has more cells than the header or a stray quote.
 */
export function tableRows(whole: string, fileName: string): Table {
  const [named = '', separator] = separatorLine.exec(whole) ?? [];
  const text = whole.slice(named.length);
  const lines = lineCounter(text, named === '' ? 1 : 2);
  let columns: readonly string[] | undefined;
  const rows: TableRow[] = [];
  let start = 0;
  Papa.parse<string[]>(text, {
    ...(separator !== undefined && { delimiter: separator }),
    delimitersToGuess: [',', ';', '\t', '|'],
    step({ data, errors, meta }) {
      const line = lines(start);
      start = meta.cursor;
      const place: RowPlace = { unit: 'line', at: line };
      const fault = errors.find(({ type }) => type === 'Quotes');
      if (fault) throw new AppError('bad-file', 'strayQuote', { fileName, line });
      if (data.every((cell) => cell.trim() === '')) return;
      if (!columns) columns = data.map((name) => name.trim().toLowerCase());
      else rows.push({ cells: cellsOf(data, columns, fileName, line), place });
    },
  });
  return { columns: columns ?? [], rows };
}

function cellsOf(
  data: readonly string[],
  columns: readonly string[],
  fileName: string,
  line: number,
): Record<string, string> {
  const surplus = data.slice(columns.length).some((cell) => cell.trim() !== '');
  if (surplus || data.length < columns.length) {
    const values = { fileName, line, cells: data.length, columns: columns.length };
    throw new AppError('bad-file', 'otherCellCount', values);
  }
  return Object.fromEntries(columns.map((column, i) => [column, data[i]!]));
}

/** Lines by position, for positions that only grow; a line may end with `\r` alone. */
function lineCounter(text: string, firstLine: number): (position: number) => number {
  let line = firstLine;
  let at = 0;
  return (position) => {
    for (; at < position; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}
