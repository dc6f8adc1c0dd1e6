import type { MappableRole } from '../../../core/tasks/columnMapping.ts';
import { formatWhole } from '../format.ts';

/** The question which column of a file is what. */
export const columns = {
  title: (fileName: string) => `Which column is what in ${fileName}?`,
  intro:
    'The names of its columns do not say it. Choose what is asked and what the right answer is; files with the same columns are read alike from then on.',
  first: 'The first rows',
  roleOf: (column: string) => `“${column}” is`,
  roles: {
    instruction: 'Instruction',
    input: 'Input',
    context: 'Context',
    output: 'Right answer',
    options: 'Choices',
    split: 'Split',
    group: 'Group',
    id: 'Number, name',
  } satisfies Record<MappableRole, string>,
  unused: 'not used',
  instruction: 'What should be done with each row? (optional)',
  instructionExample: 'Say whether the review is positive or negative.',
  preview: 'So a row is asked',
  lacking: 'Choose a column with the right answer, and one that is asked about.',
  noneLeft: 'None of these rows has an answer.',
  rowOf: (at: number, count: number) =>
    `Row ${formatWhole(at + 1)} of the first ${formatWhole(count)}`,
  next: 'Next row',
  read: 'Read it so',
  cancel: 'Leave it',
};
