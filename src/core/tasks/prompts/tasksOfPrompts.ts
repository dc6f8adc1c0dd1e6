import { AppError } from '../../errors.ts';
import type { ReadFile } from '../readReport.ts';
import type { DataRow, Prompt } from './askedRow.ts';
import { invertedOf } from './invertedPrompts.ts';
import { sumOf } from './mergedReading.ts';
import { LeftPrompts } from './leftPrompts.ts';
import { formOf } from './promptForm.ts';
import type { AppliedPrompt, PromptedRows } from './promptedRows.ts';
import { taskOfPrompts } from './taskOfPrompts.ts';

/** Rows that one prompt may fail on before it is given up. */
const maxFailures = 20;

/**
 * The tasks of a dataset's prompts. Prompts that ask from the same values of a row for the same answer are wordings of one task; prompts
 * with other answers, or that ask from something else, are other tasks. A row that a prompt renders without a question or an
 * answer is left out of its task and counted.
 * @throws AppError 'bad-file' when no prompt gives a task.
 */
export function tasksOfPrompts(source: PromptedRows): ReadFile {
  const { fileName, prompts, rows } = source;
  const left = new LeftPrompts(source.left);
  const applied = prompts.flatMap((prompt) => {
    const result = apply(prompt, rows);
    if (typeof result !== 'string') return [result];
    left.add(result === '' ? 'nothingAsked' : 'failed', [prompt.name], result || undefined);
    return [];
  });
  const made = madeOf(groupsOf(applied), source, left);
  if (made.length === 0) {
    const values = { fileName, prompts: prompts.length, rows: rows.length, cause: left.cause };
    throw new AppError('bad-file', 'noPromptFits', values);
  }
  const more = { rowFiles: source.rowFiles, tasks: made.length, promptsLeft: left.all };
  const reports = made.map(({ report, names }) => ({ ...report, prompts: { ...more, names } }));
  const tasks = made.map(({ task }) => task);
  return { tasks: named(tasks, source.dataset), report: sumOf(reports), ownReports: reports };
}

interface MadeTask extends ReturnType<typeof taskOfPrompts> {
  /** Of its prompts. */
  readonly names: readonly string[];
}

function madeOf(
  groups: readonly AppliedPrompt[][],
  source: PromptedRows,
  left: LeftPrompts,
): MadeTask[] {
  const inverses: ReturnType<typeof invertedOf> = source.hasInverted
    ? invertedOf(groups)
    : new Map();
  const inverted = new Set(inverses.values());
  const forward = groups.filter((group) => !inverted.has(group));
  return forward.flatMap((group) => {
    const inverse = inverses.get(group) ?? [];
    const names = [...group, ...inverse].map(({ prompt }) => prompt.name);
    if (group.every(({ form }) => form.kind === 'fixed' && form.slots.length === 0)) {
      left.add('sameQuestion', names);
      return [];
    }
    try {
      return [{ ...taskOfPrompts(group, source, inverse), names }];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      left.add('tooFew', names);
      return [];
    }
  });
}

/** The applied prompt; '' where it asks nothing of any row, the cause where it can't be applied to any. */
function apply(prompt: Prompt, rows: readonly DataRow[]): AppliedPrompt | string {
  let failures = 0;
  let cause = '';
  const asked = rows.map((row, i) => {
    if (failures > maxFailures) return null;
    try {
      return prompt.ask(row, i);
    } catch (error) {
      failures++;
      cause = error instanceof Error ? error.message : String(error);
      return null;
    }
  });
  const some = asked.filter((one) => one !== null);
  if (failures > maxFailures || some.length === 0) return cause;
  return { prompt, asked, form: formOf(some) };
}

/** Prompts with the same use of the row, the same answers and the same choices, in the order of their first. */
function groupsOf(applied: readonly AppliedPrompt[]): AppliedPrompt[][] {
  const groups: AppliedPrompt[][] = [];
  for (const one of applied) {
    const group = groups.find(([first]) => askTheSame(first!, one));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

function askTheSame(one: AppliedPrompt, other: AppliedPrompt): boolean {
  if (String(one.prompt.uses) !== String(other.prompt.uses)) return false;
  return one.asked.every((asked, i) => {
    const same = other.asked[i]!;
    if (!asked || !same) return asked === same;
    return asked.target === same.target && String(asked.options) === String(same.options);
  });
}

/** A single task is called as its dataset; several are told apart by their first prompt. */
const named = (tasks: ReadFile['tasks'], dataset: string): ReadFile['tasks'] =>
  tasks.length === 1 ? tasks.map((task) => ({ ...task, name: dataset })) : tasks;
