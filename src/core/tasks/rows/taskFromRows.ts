import { AppError } from '../../errors.ts';
import { suggestMetric } from '../../metrics/suggestMetric.ts';
import { ownCluster } from '../ownCluster.ts';
import { inScoringOrder } from '../scoringOrder.ts';
import { splitInstances, type ReadInstance } from '../splitInstances.ts';
import type { SplitName, Task, Wording } from '../task.ts';
import { taskIdOf, taskNameOf } from '../taskId.ts';
import type { SplitRule } from '../readReport.ts';
import type { InstructionRow } from './instructionRow.ts';

/** A task made of rows, and what became of them. */
export interface TaskOfRows {
  readonly task: Task;
  readonly duplicates: number;
  readonly joinedAnswers: number;
  readonly alsoHeldOut: readonly InstructionRow[];
  readonly splitRule: SplitRule;
  readonly splitRows: Readonly<Record<SplitName, number>>;
}

/** What a file says of its task, where it says it. */
export interface TaskHead {
  readonly fileName: string;
  /** Of one of several tasks in the file. */
  readonly task?: string;
  readonly name?: string;
  readonly definition?: string;
  readonly licence?: string;
}

const general: Wording = { id: 'general', text: 'Follow the instruction.', place: 'before' };
/** Each row is asked with its own instruction. */
const ownInstruction: Wording = { id: 'own', text: '{instruction}', place: 'before' };

/**
 * A task from rows of (instruction, input, outputs). What identifies an example is the pair of instruction and input. Instructions
 * are wordings of one task only where the rows show it: the same input and output come with several of them. Otherwise each row
 * keeps its own, as the slot of one wording; rows without an input are asked as they stand.
 * @throws AppError 'bad-file' when there are no rows, or too few different ones.
 */
export function taskFromRows(rows: readonly InstructionRow[], head: TaskHead): TaskOfRows {
  const { fileName } = head;
  if (rows.length === 0) throw new AppError('bad-file', 'noRows', { fileName });
  const id = taskIdOf(head.task?.replaceAll(/[./\\]/g, '_') ?? fileName);
  const form = formOf(rows, head.definition);
  const { distinct, duplicates } = withoutDuplicates(rows, form);
  const instances = distinct.map((row, i) => ({ ...asInstance(row, form), id: `${id}-${i}` }));
  const { splits, ...book } = splitInstances(instances, fileName);
  const task: Task = {
    id,
    name: head.task ?? head.name ?? taskNameOf(fileName),
    cluster: ownCluster,
    metric: suggestMetric(rows.flatMap(({ outputs }) => outputs)),
    definition: form.wordings[0]!.text,
    ...(form.isFamily ? { isFamily: true } : {}),
    wordings: form.wordings,
    positiveExamples: [],
    negativeExamples: [],
    splits: inScoringOrder(splits),
    licence: head.licence ?? 'Unknown',
    origin: fileName,
  };
  const alsoHeldOut = book.alsoHeldOut.map((i) => distinct[i]!);
  return { task, duplicates, ...book, alsoHeldOut };
}

/** How the rows of a file are asked. */
interface Form {
  readonly wordings: readonly Wording[];
  readonly isFamily: boolean;
  /** Where a row's instruction goes. */
  readonly instruction: 'wording' | 'input' | 'slot';
}

function formOf(rows: readonly InstructionRow[], definition?: string): Form {
  const instructions = [...new Set(rows.map(({ instruction }) => instruction))];
  const hasInputs = rows.some(({ input }) => input !== '');
  const isWhole = rows.every(({ instruction, input }) => instruction === '' || input === '');
  if (definition !== undefined && isWhole) {
    const wordings: Wording[] = [{ id: 'definition', text: definition, place: 'before' }];
    return { wordings, isFamily: false, instruction: 'input' };
  }
  if (isWhole) return { wordings: [general], isFamily: false, instruction: 'input' };
  if (hasInputs && (instructions.length === 1 || areWordings(rows, instructions))) {
    const wordings = instructions.map((text, i): Wording => ({
      id: `w${i + 1}`,
      text,
      place: 'before',
    }));
    return { wordings, isFamily: false, instruction: 'wording' };
  }
  return { wordings: [ownInstruction], isFamily: true, instruction: 'slot' };
}

/** Most pairs of input and output come with several instructions, and with each of them about as often. */
function areWordings(rows: readonly InstructionRow[], instructions: readonly string[]): boolean {
  if (instructions.includes('')) return false;
  const askedBy = new Map<string, Set<string>>();
  for (const { instruction, input, outputs } of rows) {
    if (input === '') return false;
    const pair = JSON.stringify([input, outputs]);
    askedBy.set(pair, (askedBy.get(pair) ?? new Set()).add(instruction));
  }
  const several = [...askedBy.values()].filter(({ size }) => size > 1);
  const shared = new Set(several.flatMap((one) => [...one]));
  return 2 * several.length >= askedBy.size && shared.size === instructions.length;
}

function asInstance(row: InstructionRow, form: Form): Omit<ReadInstance, 'id'> {
  const { instruction, input, outputs, options, split, group } = row;
  const whole = [instruction, input].filter(Boolean).join('\n');
  const isSlot = form.instruction === 'slot';
  const kept = input === '' ? instruction : input;
  return {
    input: form.instruction === 'input' ? whole : input,
    outputs,
    group: group ?? kept,
    ...(isSlot && { slots: { instruction } }),
    ...(options && { options, showsOptions: true }),
    ...(split && { split }),
  };
}

/** Rows that ask and answer the same stand for one, whatever wording they were asked with. */
function withoutDuplicates(
  rows: readonly InstructionRow[],
  { instruction: place }: Form,
): { distinct: InstructionRow[]; duplicates: number } {
  const seen = new Set<string>();
  const asked = new Set<string>();
  const distinct: InstructionRow[] = [];
  let duplicates = 0;
  for (const row of rows) {
    const whole = JSON.stringify([row.instruction, row.input, row.outputs]);
    const key = place === 'wording' ? JSON.stringify([row.input, row.outputs]) : whole;
    if (asked.has(whole)) duplicates++;
    asked.add(whole);
    if (!seen.has(key)) distinct.push(row);
    seen.add(key);
  }
  return { distinct, duplicates };
}
