import { AppError } from '../../errors.ts';
import type { RowPlace } from '../../errorValues.ts';
import { jsonValues } from '../containers/jsonValues.ts';
import { parseJson } from '../parseJson.ts';
import { columnsOf } from '../rows/columns.ts';
import { rowKinds } from '../rows/index.ts';
import { splitNamed } from '../rows/plainRow.ts';
import { RowCollector } from '../rows/rowCollector.ts';
import { isRecord } from '../rows/rowText.ts';
import type { RowWatch } from '../rows/rowWatch.ts';
import { bookOf } from './bookOf.ts';
import type { ReadFile } from '../readReport.ts';
import type { FileContent, TaskReader } from './reader.ts';

/**
 * Rows as JSON, whatever the file's ending: one object a line or over several lines, one list, or an object with the
 * rows in it (`data`, `examples`, a list for each split). Held one row at a time.
 */
export const jsonRows: TaskReader = {
  name: 'jsonRows',
  endings: ['.jsonl', '.json', '.ndjson'],
  recognises: ({ text }) => (/^\s*[[{]/.test(text) ? 0.5 : 0),
  read: readJsonRows,
};

async function readJsonRows(
  content: FileContent,
  fileName: string,
  watch?: RowWatch,
): Promise<ReadFile> {
  const { encoding } = await content.head();
  const rows = new RowCollector(fileName, watch);
  let only: Whole | undefined;
  let values = 0;
  for await (const { line, text, isElement } of jsonValues(content.pieces(), fileName)) {
    const place: RowPlace = { unit: 'line', at: line };
    const value = parseJson(text, fileName, line);
    if (++values === 1 && !isElement && isRecord(value) && !isRow(value)) {
      only = { value, place };
      continue;
    }
    if (only) throw notUnderstood(only, fileName);
    rows.take(value, place);
  }
  if (only) takeLists(only, rows, fileName);
  const head = { fileName, ...(only && headOf(only.value)) };
  return bookOf(rows, head, { format: 'jsonRows', encoding });
}

interface Whole {
  readonly value: Readonly<Record<string, unknown>>;
  readonly place: RowPlace;
}

function isRow(value: Readonly<Record<string, unknown>>): boolean {
  const columns = columnsOf(Object.keys(value));
  return rowKinds.some((kind) => kind.fits(columns));
}

/** Every list of objects in the object that is the file; one under the name of a split is that split. */
function takeLists(whole: Whole, rows: RowCollector, fileName: string): void {
  const lists = Object.entries(whole.value).filter(
    ([, list]) => Array.isArray(list) && list.length > 0 && list.every(isRecord),
  );
  if (lists.length === 0) throw notUnderstood(whole, fileName);
  const named = lists.filter(([name]) => splitNamed(name));
  for (const [name, list] of named.length > 0 ? named : lists.slice(0, 1)) {
    (list as unknown[]).forEach((row, i) =>
      rows.take(unwrapped(row), { unit: 'row', at: i + 1 }, splitNamed(name)),
    );
  }
}

/** A hub's rows stand in a `row` of their own. */
const unwrapped = (row: unknown): unknown =>
  isRecord(row) && isRecord(row['row']) ? row['row'] : row;

function headOf(value: Readonly<Record<string, unknown>>): { definition?: string; name?: string } {
  const { description, instruction, name } = value;
  const definition = [instruction, description].find((one) => typeof one === 'string');
  return {
    ...(typeof definition === 'string' && { definition }),
    ...(typeof name === 'string' && name !== '' && { name }),
  };
}

const notUnderstood = ({ value, place }: Whole, fileName: string): Error =>
  new AppError('bad-file', 'rowNotUnderstood', { fileName, place, keys: Object.keys(value) });
