import { AppError } from '../../errors.ts';
import type { RowPlace } from '../../errorValues.ts';

/** Where a row stands. */
export interface RowAt {
  readonly fileName: string;
  readonly place: RowPlace;
}

/** One rule for all: a number, `true` or `false` is its text, nothing is ''. Null for a list or an object. */
export function scalarText(value: unknown): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : null;
}

/** @throws AppError 'bad-file' for a list or an object. */
export function textOf(value: unknown, key: string, at: RowAt): string {
  const text = scalarText(value);
  if (text !== null) return text;
  throw new AppError('bad-file', 'rowNoText', { ...at, key, got: shortJson(value) });
}

/**
 * The right answers: one text, or a list of them; those of SQuAD stand in a `text` of their own.
 * Empty ones are none. @throws AppError 'bad-file' for anything else.
 */
export function answersOf(value: unknown, key: string, at: RowAt): string[] {
  const listed = isRecord(value) && Array.isArray(value['text']) ? value['text'] : value;
  const answers = (Array.isArray(listed) ? listed : [listed]).map((one) => textOf(one, key, at));
  return [...new Set(answers)].filter((answer) => answer !== '');
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function shortJson(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
