import type { ColumnMapping } from '../../core/tasks/columnMapping.ts';
import { parseColumnMapping, shapeOf } from '../../core/tasks/rows/mappedColumns.ts';
import { readStored, writeStored } from './persisted.svelte.ts';

const key = 'columns';
/** Shapes that are remembered, the last ones. */
const mostShapes = 100;

/** What was said of files with these columns, on this visit or an earlier one. */
export const rememberedMapping = (columns: readonly string[]): ColumnMapping | null =>
  all().get(shapeOf(columns)) ?? null;

/** Files with these columns are read so from now on. */
export function rememberMapping(columns: readonly string[], mapping: ColumnMapping): void {
  const shape = shapeOf(columns);
  const others = [...all()].filter(([other]) => other !== shape);
  writeStored(key, [...others.slice(1 - mostShapes), [shape, mapping]]);
}

const all = (): Map<string, ColumnMapping> => new Map(readStored(key, parse) ?? []);

function parse(raw: unknown): [string, ColumnMapping][] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((entry: unknown): [string, ColumnMapping][] => {
    const [shape, value] = Array.isArray(entry) ? (entry as unknown[]) : [];
    const mapping = parseColumnMapping(value);
    return typeof shape === 'string' && mapping ? [[shape, mapping]] : [];
  });
}
