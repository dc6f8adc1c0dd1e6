import type { RowPlace } from '../../errorValues.ts';
import type { SplitName } from '../task.ts';

/** A row of data that prompts are applied to. */
export interface DataRow {
  readonly values: Readonly<Record<string, unknown>>;
  readonly place: RowPlace;
  /** Of the file or the field that says so. */
  readonly split?: SplitName;
}

/** Tables have their columns in small letters. */
export const columnOf = (values: DataRow['values'], column: string): unknown =>
  Object.hasOwn(values, column)
    ? values[column]
    : Object.hasOwn(values, column.toLowerCase())
      ? values[column.toLowerCase()]
      : undefined;

/** A row as one prompt asks it. */
export interface AskedRow {
  /** The question with a `mark` for each value in it. */
  readonly pattern: string;
  /** What stands for the marks, by their names. */
  readonly values: ReadonlyMap<string, string>;
  readonly target: string;
  /** The answers to choose from, the target among them. */
  readonly options?: readonly string[];
}

/** One published way of asking for something of a row. */
export interface Prompt {
  readonly name: string;
  /** What the question is made of; two prompts with the same ask from the same. */
  readonly uses: readonly string[];
  /** Names of metrics, in the words of the collection. */
  readonly metrics: readonly string[];
  /** The question and its answer; null where the prompt has nothing to ask of this row. @throws Error where it can't be applied. */
  ask(row: DataRow, index: number): AskedRow | null;
}

/** Private-use characters, which a prompt's own text is freed of (`withoutMarks`). */
const [open, close] = ['\uE000', '\uE001'];

/** Where the value of this name stands. */
export const mark = (name: string): string => `${open}${name}${close}`;

export const withoutMarks = (text: string): string => text.replace(/[\uE000\uE001]/g, '');

/** A piece of a pattern: its own text, or the name of a value. */
export type PatternPiece = { readonly text: string } | { readonly name: string };

/** A pattern as its pieces, empty ones left out. */
export const piecesOf = (pattern: string): PatternPiece[] =>
  pattern
    .split(/\uE000([^\uE001]*)\uE001/)
    .map((text, i): PatternPiece => (i % 2 === 0 ? { text } : { name: text }))
    .filter((piece) => 'name' in piece || piece.text !== '');

/** The pattern with each value in its place. */
export const filled = (pattern: string, values: ReadonlyMap<string, string>): string =>
  pattern.replace(/\uE000([^\uE001]*)\uE001/g, (_, name: string) => values.get(name) ?? '');
