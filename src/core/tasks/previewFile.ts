import { readers } from './readers/index.ts';
import type { FileContent, TaskReader } from './readers/reader.ts';
import { isRowReader } from './readers/rowReader.ts';
import { surest } from './readTaskFile.ts';
import { isRecord } from './rows/rowText.ts';

const rowsShown = 20;

/** The beginning of a file of rows, as it stands there. */
export interface FilePreview {
  /** Names of its columns or keys, in the order in which they come. */
  readonly columns: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The first rows of a file whose columns can be mapped; null for any other. @throws AppError 'bad-file' as reading does. */
export async function previewFile(
  content: FileContent,
  fileName: string,
  list: readonly TaskReader[] = readers,
): Promise<FilePreview | null> {
  const reader = surest(list, await content.head());
  if (!reader || !isRowReader(reader)) return null;
  const file = await reader.open(content, fileName);
  const rows: Readonly<Record<string, unknown>>[] = [];
  for await (const { value } of file.rows) {
    if (isRecord(value)) rows.push(value);
    if (rows.length >= rowsShown) break;
  }
  const columns = file.columns ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return rows.length > 0 && columns.length > 0 ? { columns, rows } : null;
}
