import Papa from 'papaparse';
import { badFile } from './badFile.ts';
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
    throw badFile(
      fileName,
      'line 1',
      `columns are ${columns.join(', ')}; wanted instruction, input, output`,
    );
  }
  const fault = errors.find((error) => error.code !== 'UndetectableDelimiter');
  if (fault) throw badFile(fileName, `row ${(fault.row ?? 0) + 1}`, fault.message);
  const rows = data.map((row, i) => readInstructionRow(row, fileName, `row ${i + 1}`));
  return taskFromRows(rows, fileName);
}
