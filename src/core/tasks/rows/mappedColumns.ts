import { type ColumnMapping, mappableRoles, type MappableRole } from '../columnMapping.ts';
import * as v from 'valibot';
import { scalarText } from './rowText.ts';
import { columnsOf, plainKey, type Columns, type Role } from './columns.ts';

const schema = v.object({
  columns: v.record(v.picklist(mappableRoles), v.pipe(v.string(), v.nonEmpty())),
  instruction: v.exactOptional(v.pipe(v.string(), v.nonEmpty())),
});

/** A mapping as it was stored; null for what is none, or what no row can be read with. */
export function parseColumnMapping(raw: unknown): ColumnMapping | null {
  const result = v.safeParse(schema, raw);
  return result.success && isWholeMapping(result.output) ? result.output : null;
}

/** Whether rows can be read with it: it names the answer, and something that is asked. */
export const isWholeMapping = ({ columns }: ColumnMapping): boolean =>
  columns.output !== undefined &&
  (['instruction', 'input', 'context'] as const).some((role) => columns[role] !== undefined);

/**
 * The roles of these keys as they were mapped, in a file that has the column of the answer; of another file, and without a
 * mapping, as their names say.
 */
export function mappedColumns(keys: readonly string[], mapping: ColumnMapping | null): Columns {
  const byPlainKey = new Map(keys.map((key) => [plainKey(key), key]));
  const keyOf = new Map<Role, string>();
  for (const role of mappableRoles) {
    const key = byPlainKey.get(plainKey(mapping?.columns[role] ?? ''));
    if (key !== undefined && mapping?.columns[role] !== undefined) keyOf.set(role, key);
  }
  if (!keyOf.has('output')) return columnsOf(keys);
  const known = new Set(keyOf.values());
  return { keyOf, unknown: keys.filter((key) => !known.has(key)) };
}

/** Files with the same set of columns are of one shape: what was said of one holds for the others. */
export const shapeOf = (columns: readonly string[]): string =>
  JSON.stringify([...new Set(columns.map(plainKey))].sort());

type Row = Readonly<Record<string, unknown>>;

/**
 * What the columns may be, to begin with: what their names say; of the others the longest texts are asked about, and the last
 * column is the answer.
 */
export function guessMapping(columns: readonly string[], rows: readonly Row[]): ColumnMapping {
  const { keyOf } = columnsOf(columns);
  const named = mappableRoles.flatMap((role) => {
    const key = keyOf.get(role);
    return key === undefined ? [] : [[role, key] as const];
  });
  const guess: Partial<Record<MappableRole, string>> = Object.fromEntries(named);
  const free = (): string[] => {
    const taken = new Set(Object.values(guess));
    return columns.filter((column) => !taken.has(column));
  };
  const lengthOf = (column: string): number =>
    rows.reduce((sum, row) => sum + (scalarText(row[column]) ?? '').length, 0);
  const isAsked = isWholeMapping({ columns: { ...guess, output: 'any' } });
  if (!isAsked) {
    const question = keyOf.get('question') ?? free().sort((a, b) => lengthOf(b) - lengthOf(a))[0];
    if (question !== undefined) guess.input = question;
  }
  const last = free().at(-1);
  if (guess.output === undefined && last !== undefined) guess.output = last;
  return { columns: guess };
}
