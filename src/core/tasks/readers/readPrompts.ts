import { AppError } from '../../errors.ts';
import { columnOf, type DataRow } from '../prompts/askedRow.ts';
import { dataRows } from './dataRows.ts';
import { datasetOfPath, isOfDataset } from '../prompts/datasetPath.ts';
import { promptsOfSheet } from '../prompts/promptsOfSheet.ts';
import { tasksOfPrompts } from '../prompts/tasksOfPrompts.ts';
import type { PromptsLeft, ReadFile } from '../readReport.ts';
import type { BesideFile, FileContent } from './reader.ts';

/** The tasks of a sheet of prompts and the rows beside it. @throws AppError 'bad-file'. */
export async function readPrompts(content: FileContent, fileName: string): Promise<ReadFile> {
  const { encoding } = await content.head();
  const sheet = promptsOfSheet(await content.text(), fileName);
  const { dataset, columns, unusable } = sheet;
  const files = rowFilesOf(content.beside ?? [], dataset, fileName);
  if (files.length === 0) {
    const values = { fileName, dataset, prompts: sheet.prompts.length, columns };
    throw new AppError('bad-file', 'promptsWithoutRows', values);
  }
  const rows = (await Promise.all(files.map(dataRows))).flat();
  const rowFiles = files.map((file) => file.fileName);
  const isThere = (column: string): boolean => hasColumn(rows, column);
  const fitting = sheet.prompts.filter((prompt) => prompt.columns.every(isThere));
  const lacking = sheet.prompts.filter((prompt) => !fitting.includes(prompt));
  if (fitting.length === 0) {
    const found = [...new Set(rows.slice(0, 100).flatMap(({ values }) => Object.keys(values)))];
    const values = { fileName, rowFiles, wanted: columns, columns: found };
    throw new AppError('bad-file', 'promptsLackColumns', values);
  }
  const missing = [...new Set(lacking.flatMap((prompt) => prompt.columns))].filter(
    (column) => !isThere(column),
  );
  const left: PromptsLeft[] = [
    ...unusable.map(({ name, cause }) => ({ reason: 'failed' as const, names: [name], cause })),
    ...lacking.map(({ name }) => ({
      reason: 'lacksColumns' as const,
      names: [name],
      cause: missing.join(', '),
    })),
  ];
  const read = { format: 'promptsource', encoding };
  return tasksOfPrompts({ fileName, rowFiles, dataset, prompts: fitting, rows, read, left });
}

/** A column may be empty in some rows; one that none has is not there. */
const hasColumn = (rows: readonly DataRow[], column: string): boolean =>
  rows.some(({ values }) => columnOf(values, column) !== undefined);

/**
 * The files of one dataset: that of the prompts, if they are named after it, else the only one.
 * @throws AppError 'bad-file' when rows of several datasets would fit.
 */
function rowFilesOf(
  beside: readonly BesideFile[],
  dataset: string,
  fileName: string,
): readonly BesideFile[] {
  const exact = beside.filter((file) => isOfDataset(file.fileName, dataset));
  if (exact.length > 0) return exact;
  const datasets = new Set(beside.map((file) => datasetOfPath(file.fileName)));
  if (datasets.size < 2) return beside;
  const files = beside.map((file) => file.fileName);
  throw new AppError('bad-file', 'promptsManyRows', { fileName, dataset, files });
}
