import type { Wording } from '../task.ts';
import { type AskedRow, filled, mark, piecesOf, type PatternPiece } from './askedRow.ts';

/** A prompt whose rows differ in their values only; or one whose text differs from row to row, in loops and conditions. */
export type PromptForm =
  | { readonly kind: 'fixed'; readonly pattern: string; readonly slots: readonly string[] }
  | { readonly kind: 'varying' };

/** What the rows that a prompt was applied to have in common. A value that is the same in all of them is part of the text. */
export function formOf(asked: readonly AskedRow[]): PromptForm {
  const [first] = asked;
  if (!first || asked.some(({ pattern }) => pattern !== first.pattern)) return { kind: 'varying' };
  const names = piecesOf(first.pattern).flatMap((piece) => ('name' in piece ? [piece.name] : []));
  const slots = [...new Set(names)].filter((name) => {
    const value = first.values.get(name);
    return asked.some(({ values }) => values.get(name) !== value);
  });
  const constants = new Map(
    names.map((name) => [name, slots.includes(name) ? mark(name) : (first.values.get(name) ?? '')]),
  );
  const pattern = filled(first.pattern, constants).trim();
  // Braces of its own would be taken for slots where a wording is filled.
  const hasBraces = piecesOf(pattern).some(
    (piece) => 'text' in piece && /\{\w+\}/.test(piece.text),
  );
  return hasBraces ? { kind: 'varying' } : { kind: 'fixed', pattern, slots };
}

/** How a slot is called in wordings and instances; `{input}` is the place of the input. */
export const slotNameOf = (name: string): string => (name === 'input' ? 'input_' : name);

/**
 * A fixed prompt as a wording: what stands before or after the input in lines of its own, else the whole text with
 * `{input}` where the input goes; a text that does not ask about the input has none.
 */
export function wordingOf(id: string, pattern: string, input: string | null): Wording {
  const pieces = piecesOf(pattern);
  const isInput = (piece: PatternPiece | undefined): boolean =>
    piece !== undefined && 'name' in piece && piece.name === input;
  const isOnce = pieces.filter(isInput).length === 1;
  const written = (list: readonly PatternPiece[]): string =>
    list
      .map((piece) => {
        if ('text' in piece) return piece.text;
        return isInput(piece) ? '{input}' : `{${slotNameOf(piece.name)}}`;
      })
      .join('');
  const before = written(pieces.slice(0, -1));
  const after = written(pieces.slice(1));
  if (isOnce && isInput(pieces.at(-1)) && /[^:\s]\s*\n\s*$/.test(before)) {
    return { id, text: before.trim(), place: 'before' };
  }
  if (isOnce && isInput(pieces[0]) && /^\s*\n/.test(after)) {
    return { id, text: after.trim(), place: 'after' };
  }
  return { id, text: written(pieces), place: 'around' };
}
