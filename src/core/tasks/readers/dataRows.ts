import { AppError } from '../../errors.ts';
import type { RowPlace } from '../../errorValues.ts';
import { jsonValues } from '../containers/jsonValues.ts';
import { isParquet, openParquet } from '../containers/parquetTable.ts';
import { tableRows } from '../containers/tableRows.ts';
import { maxInstances } from '../fileLimits.ts';
import { parseJson } from '../parseJson.ts';
import { isRecord } from '../rows/rowText.ts';
import { splitNamed } from '../rows/plainRow.ts';
import type { DataRow } from '../prompts/askedRow.ts';
import { splitOfPath } from '../prompts/datasetPath.ts';
import type { BesideFile } from './reader.ts';

/**
 * The rows of a file as they stand, whatever they hold: JSON lines or a list, a table, Parquet. Their split is that of a `split`
 * field, or of the file's name. @throws AppError 'bad-file' as the readers of those formats do.
 */
export async function dataRows({ fileName, content }: BesideFile): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  const ofFile = splitOfPath(fileName);
  for await (const { values, place } of rawRows({ fileName, content })) {
    const split =
      splitNamed(typeof values['split'] === 'string' ? values['split'] : null) ?? ofFile;
    rows.push({ values, place, ...(split && { split }) });
    if (rows.length <= maxInstances) continue;
    throw new AppError('bad-file', 'tooManyInstances', {
      fileName,
      count: rows.length,
      max: maxInstances,
    });
  }
  return rows;
}

async function* rawRows({ fileName, content }: BesideFile): AsyncGenerator<DataRow> {
  const { bytes, text } = await content.head();
  if (isParquet(bytes)) {
    const { groups, rowsOf } = await openParquet(content, fileName, 'numbers');
    for (const group of groups) {
      for await (const { row: values, at } of rowsOf(group))
        yield { values, place: { unit: 'row', at } };
    }
  } else if (/^\s*[[{]/.test(text)) {
    yield* jsonRecords({ fileName, content });
  } else {
    for (const { cells, place } of tableRows(await content.text(), fileName).rows) {
      const entries = Object.entries(cells).map(([name, cell]) => [name, valueOfCell(cell)]);
      yield { values: Object.fromEntries(entries) as DataRow['values'], place };
    }
  }
}

async function* jsonRecords({ fileName, content }: BesideFile): AsyncGenerator<DataRow> {
  let only: DataRow | undefined;
  let count = 0;
  for await (const { line, text, isElement } of jsonValues(content.pieces(), fileName)) {
    const row = recordOf(parseJson(text, fileName, line), { unit: 'line', at: line }, fileName);
    if (++count === 1 && !isElement) {
      only = row;
      continue;
    }
    if (only) yield only;
    only = undefined;
    yield row;
  }
  if (only) yield* listedIn(only, fileName);
}

/** One object is the file: the rows are in its first list of objects, each in a `row` of its own on a hub. */
function* listedIn(only: DataRow, fileName: string): Generator<DataRow> {
  const list = Object.values(only.values).find(
    (value): value is unknown[] =>
      Array.isArray(value) && value.length > 0 && value.every(isRecord),
  );
  if (!list) {
    yield only;
    return;
  }
  for (const [i, one] of list.entries()) {
    const row: unknown = isRecord(one) && isRecord(one['row']) ? one['row'] : one;
    yield recordOf(row, { unit: 'row', at: i + 1 }, fileName);
  }
}

function recordOf(value: unknown, place: RowPlace, fileName: string): DataRow {
  if (isRecord(value)) return { values: value, place };
  throw new AppError('bad-file', 'rowNoObject', { fileName, place });
}

/** A table has texts only: whole numbers, truth values and lists are what they look like. */
function valueOfCell(cell: string): unknown {
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(cell)) return Number(cell);
  if (/^(?:true|false)$/i.test(cell)) return cell.toLowerCase() === 'true';
  if (!/^\s*\[.*\]\s*$/s.test(cell)) return cell;
  try {
    return JSON.parse(cell) as unknown;
  } catch {
    return cell;
  }
}
