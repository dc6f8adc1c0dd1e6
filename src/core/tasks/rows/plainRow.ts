import type { SplitName } from '../task.ts';
import type { Columns, Role } from './columns.ts';
import type { ReadRow } from './instructionRow.ts';
import type { RowKind } from './rowKind.ts';
import { type RowAt, answersOf, isRecord, scalarText, textOf } from './rowText.ts';
import { turnsText, type Turn } from './turns.ts';

/**
 * Instruction, input and output under any of their names: Alpaca, Dolly (instruction, context, response), prompt and completion,
 * inputs and targets, question, context and answer. What went before (`system`, `history`) is part of the question.
 */
export const plainRow: RowKind = {
  name: 'plainRow',
  fits: ({ keyOf }) =>
    keyOf.has('output') &&
    (['instruction', 'question', 'input', 'context'] as const).some((role) => keyOf.has(role)),
  read: (row, columns, at) => [readPlainRow(row, columns, at)],
};

function readPlainRow(
  row: Readonly<Record<string, unknown>>,
  { keyOf }: Columns,
  at: RowAt,
): ReadRow {
  const { place } = at;
  const valueOf = (role: Role): unknown => {
    const key = keyOf.get(role);
    return key === undefined ? undefined : row[key];
  };
  const text = (role: Role): string => textOf(valueOf(role), keyOf.get(role) ?? role, at);
  const outputs = answersOf(valueOf('output'), keyOf.get('output')!, at);
  if (outputs.length === 0) return { reason: 'noOutput', place };
  const system = text('system');
  const instruction = text('instruction');
  const question = text('question');
  const asked = instruction === '' ? question : instruction;
  const told = [text('context'), instruction === '' ? '' : question, text('input')];
  const history = historyOf(valueOf('history'));
  const parts =
    history.length > 0
      ? { instruction: '', input: blocks([system, turnsText(history), asked, ...told]) }
      : { instruction: blocks([system, asked]), input: blocks(told) };
  if (asked === '' && parts.input === '') return { reason: 'noQuestion', place };
  const options = optionsOf(valueOf('options'), outputs);
  const split = splitNamed(scalarText(valueOf('split')));
  const group = scalarText(valueOf('group'));
  const task = scalarText(valueOf('task'));
  return {
    ...parts,
    outputs,
    place,
    ...(options && { options }),
    ...(split && { split }),
    ...(group && { group }),
    ...(task && { task }),
  };
}

/** Blocks of text one under the other, without the empty ones. */
const blocks = (texts: readonly string[]): string => texts.filter(Boolean).join('\n');

/** `[["question", "answer"], …]`, the turns before this one. */
function historyOf(value: unknown): Turn[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair): Turn[] => {
    const [asked, answered] = Array.isArray(pair)
      ? (pair as unknown[])
      : isRecord(pair)
        ? [pair['user'] ?? pair['prompt'], pair['assistant'] ?? pair['response']]
        : [];
    return [
      { role: 'user', text: scalarText(asked) ?? '' },
      { role: 'assistant', text: scalarText(answered) ?? '' },
    ].filter(({ text }) => text !== '') as Turn[];
  });
}

/** Answers to choose from, where the right one is among them. */
function optionsOf(value: unknown, outputs: readonly string[]): string[] | null {
  const listed = isRecord(value) && Array.isArray(value['text']) ? value['text'] : value;
  if (!Array.isArray(listed)) return null;
  const options = listed.map((one) => scalarText(one) ?? '').filter(Boolean);
  return options.length > 1 && options.includes(outputs[0]!) ? options : null;
}

const splitWords: Readonly<Record<SplitName, readonly string[]>> = {
  train: ['train', 'training', 'trn'],
  validation: ['validation', 'valid', 'val', 'dev', 'eval'],
  test: ['test', 'testing', 'heldout', 'held-out'],
};

/** The split that a field or a file's name means; undefined for none of ours. */
export function splitNamed(word: string | null): SplitName | undefined {
  const plain = word?.trim().toLowerCase() ?? '';
  return (Object.keys(splitWords) as SplitName[]).find((split) =>
    splitWords[split].includes(plain),
  );
}
