import { AppError } from '../errors.ts';
import type { RowPlace } from '../errorValues.ts';
import { ownCluster } from './ownCluster.ts';
import { splitInstances } from './splitInstances.ts';
import type { Task, Wording } from './task.ts';
import { taskIdOf, taskNameOf } from './taskId.ts';

/** One row of an instruction file. */
export interface InstructionRow {
  readonly instruction: string;
  readonly input: string;
  readonly outputs: readonly string[];
}

/**
 * A row from outside: `instruction` (or `prompt`), `input` (may be missing), `output` (or
 * `completion`; a string or a list). Throws with the row and the key at fault.
 */
export function readInstructionRow(
  raw: unknown,
  fileName: string,
  place: RowPlace,
): InstructionRow {
  const at = { fileName, place };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new AppError('bad-file', 'rowNoObject', at);
  }
  const row = new Map<string, unknown>(Object.entries(raw));
  const text = (key: string, value: unknown): string => {
    if (typeof value === 'string') return value.trim();
    throw new AppError('bad-file', 'rowNoText', { ...at, key });
  };
  const instruction = text('instruction', row.get('instruction') ?? row.get('prompt') ?? '');
  const input = text('input', row.get('input') ?? '');
  const output = row.get('output') ?? row.get('completion');
  const outputs = (Array.isArray(output) ? output : [output]).map((one) => text('output', one));
  if (outputs.length === 0 || outputs.includes('')) {
    throw new AppError('bad-file', 'rowWithoutOutput', at);
  }
  if (instruction === '' && input === '') {
    throw new AppError('bad-file', 'rowWithoutQuestion', at);
  }
  return { instruction, input, outputs };
}

/** Up to this many distinct instructions are wordings of one task; more belong to the rows themselves. */
const maxWordings = 32;

/**
 * A task from rows of (instruction, input, output). With few distinct instructions and inputs of
 * their own, the instructions are the task's wordings. Otherwise each row keeps its instruction as
 * part of its input, under one general wording.
 */
export function taskFromRows(rows: readonly InstructionRow[], fileName: string): Task {
  if (rows.length === 0) throw new AppError('bad-file', 'noRows', { fileName });
  const instructions = [...new Set(rows.map((row) => row.instruction))];
  const areWordings =
    instructions.length <= maxWordings &&
    instructions.every((one) => one !== '') &&
    rows.every((row) => row.input !== '');
  const id = taskIdOf(fileName);
  const wordings: Wording[] = areWordings
    ? instructions.map((text, i) => ({ id: `w${i + 1}`, text, place: 'before' }))
    : [{ id: 'general', text: 'Follow the instruction.', place: 'before' }];
  const instances = rows.map((row, i) => ({
    id: `${id}-${i}`,
    input: areWordings ? row.input : [row.instruction, row.input].filter(Boolean).join('\n'),
    outputs: row.outputs,
  }));
  return {
    id,
    name: taskNameOf(fileName),
    cluster: ownCluster,
    metric: 'rougeL',
    definition: wordings[0]!.text,
    wordings,
    positiveExamples: [],
    negativeExamples: [],
    splits: splitInstances(instances, fileName),
    licence: 'Unknown',
    origin: fileName,
  };
}
