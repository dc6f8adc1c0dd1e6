import { readInstructionRow, taskFromRows } from './instructionRows.ts';
import { parseJson } from './parseJson.ts';
import type { Task } from './task.ts';

/** One JSON object a line: instruction, input, output. Empty lines are skipped. */
export function parseJsonl(text: string, fileName: string): Task {
  const rows = text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const row = parseJson(line, fileName, i + 1);
    return [readInstructionRow(row, fileName, `line ${i + 1}`)];
  });
  return taskFromRows(rows, fileName);
}
