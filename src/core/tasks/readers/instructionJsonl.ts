import { readInstructionRow, taskFromRows, type InstructionRow } from '../instructionRows.ts';
import { parseJson } from '../parseJson.ts';
import { hasEnding, type TaskReader } from './reader.ts';

const endings = ['.jsonl'];

/** One JSON object a line: instruction, input, output. Empty lines are skipped. */
export const instructionJsonl: TaskReader = {
  name: 'instructionJsonl',
  endings,
  recognises: (_, fileName) => (hasEnding(fileName, endings) ? 0.5 : 0),
  async read(source, fileName) {
    const rows: InstructionRow[] = [];
    for await (const { line, text } of source.lines()) {
      if (text.trim() === '') continue;
      const row = parseJson(text, fileName, line);
      rows.push(readInstructionRow(row, fileName, { unit: 'line', at: line }));
    }
    return [taskFromRows(rows, fileName)];
  },
};
