import { jsonValues } from '../containers/jsonValues.ts';
import { parseJson } from '../parseJson.ts';
import { columnsOf } from '../rows/columns.ts';
import { rowKinds } from '../rows/index.ts';
import { splitNamed } from '../rows/plainRow.ts';
import { isRecord } from '../rows/rowText.ts';
import { type RawRow, rowReader } from './rowReader.ts';

/**
 * Rows as JSON, whatever the file's ending: one object a line or over several lines, one list, or an object with the
 * rows in it (`data`, `examples`, a list for each split). Held one row at a time.
 */
export const jsonRows = rowReader({
  name: 'jsonRows',
  endings: ['.jsonl', '.json', '.ndjson'],
  recognises: ({ text }) => (/^\s*[[{]/.test(text) ? 0.5 : 0),
  open(content, fileName) {
    let head: ReturnType<typeof headOf> = {};
    async function* rows(): AsyncGenerator<RawRow> {
      /** The first value, while it may be the file. */
      let only: RawRow | undefined;
      let values = 0;
      for await (const { line, text, isElement } of jsonValues(content.pieces(), fileName)) {
        const value = parseJson(text, fileName, line);
        const row: RawRow = { value, place: { unit: 'line', at: line } };
        if (++values === 1 && !isElement && isRecord(value) && !isRow(value)) {
          only = row;
          continue;
        }
        if (only) yield only;
        only = undefined;
        yield row;
      }
      if (!only) return;
      const lists = rowsIn(only.value);
      if (lists.length === 0) {
        yield only;
        return;
      }
      head = headOf(only.value);
      yield* lists;
    }
    return { rows: rows(), head: () => head };
  },
});

function isRow(value: Readonly<Record<string, unknown>>): boolean {
  const columns = columnsOf(Object.keys(value));
  return rowKinds.some((kind) => kind.fits(columns));
}

/** The rows of every list of objects in the object that is the file; one under the name of a split is that split. */
function rowsIn(whole: unknown): RawRow[] {
  const lists = Object.entries(isRecord(whole) ? whole : {}).filter(
    (entry): entry is [string, unknown[]] =>
      Array.isArray(entry[1]) && entry[1].length > 0 && entry[1].every(isRecord),
  );
  const named = lists.filter(([name]) => splitNamed(name));
  return (named.length > 0 ? named : lists.slice(0, 1)).flatMap(([name, list]) => {
    const split = splitNamed(name);
    return list.map((row, i) => ({
      value: unwrapped(row),
      place: { unit: 'row', at: i + 1 },
      ...(split && { split }),
    }));
  });
}

/** A hub's rows stand in a `row` of their own. */
const unwrapped = (row: unknown): unknown =>
  isRecord(row) && isRecord(row['row']) ? row['row'] : row;

function headOf(whole: unknown): { definition?: string; name?: string } {
  const { description, instruction, name } = isRecord(whole) ? whole : {};
  const definition = [instruction, description].find((one) => typeof one === 'string');
  return {
    ...(typeof definition === 'string' && { definition }),
    ...(typeof name === 'string' && name !== '' && { name }),
  };
}
