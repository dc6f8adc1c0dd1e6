import Papa from 'papaparse';
import { AppError } from '../errors.ts';
import { readInstructionRow, taskFromRows } from './instructionRows.ts';
import type { Task } from './task.ts';

/** A table with a header row that names instruction, input and output. */
export function parseCsv(text: string, fileName: string): Task {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text.trim(), {
    header: true,
    skipEmptyLines: true,
    transformHeader: (header) => header.trim().toLowerCase(),
  });
  const columns = meta.fields ?? [];
  if (!columns.includes('output') && !columns.includes('completion')) {
    throw new AppError('bad-file', 'lackingColumns', { fileName, columns });
  }
  const fault = errors.find((error) => error.code !== 'UndetectableDelimiter');
  if (fault) {
    const values = { fileName, row: (fault.row ?? 0) + 1, cause: fault.message };
    throw new AppError('bad-file', 'badTableRow', values);
  }
  const rows = data.map((row, i) => readInstructionRow(row, fileName, { unit: 'row', at: i + 1 }));
  return taskFromRows(rows, fileName);
}
