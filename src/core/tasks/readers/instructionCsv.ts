import { parseCsv } from '../parseCsv.ts';
import { hasEnding, type TaskReader } from './reader.ts';

const endings = ['.csv'];

/** A table with a header row that names instruction, input and output. */
export const instructionCsv: TaskReader = {
  name: 'instructionCsv',
  endings,
  recognises: (_, fileName) => (hasEnding(fileName, endings) ? 0.5 : 0),
  read: async (source, fileName) => [parseCsv(await source.text(), fileName)],
};
