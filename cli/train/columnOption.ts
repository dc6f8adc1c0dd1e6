import { type ColumnMapping, mappableRoles } from '../../src/core/tasks/columnMapping.ts';
import { parseColumnMapping } from '../../src/core/tasks/rows/mappedColumns.ts';
import { UsageError } from './usageError.ts';

/**
 * `--columns input=review,output=label`, once or several times, and `--instruction TEXT`: which column is what in files
 * whose names do not say it. Undefined where neither is given.
 */
export function columnOption(
  texts: readonly string[] = [],
  instruction: string | undefined,
): ColumnMapping | undefined {
  if (texts.length === 0) {
    if (instruction === undefined) return undefined;
    throw new UsageError('--instruction: goes with --columns, for files without one of their own.');
  }
  const columns = Object.fromEntries(texts.flatMap((text) => text.split(',').map(pairOf)));
  const mapping = parseColumnMapping({ columns, ...(instruction && { instruction }) });
  if (mapping) return mapping;
  throw new UsageError(
    `--columns: got "${texts.join(',')}", wanted output=NAME and one of input=NAME, instruction=NAME, context=NAME.`,
  );
}

function pairOf(text: string): readonly [role: string, column: string] {
  const at = text.indexOf('=');
  const role = mappableRoles.find((one) => one === text.slice(0, at).trim());
  const column = text.slice(at + 1).trim();
  if (role !== undefined && column !== '') return [role, column];
  throw new UsageError(
    `--columns: got "${text}", wanted ROLE=NAME; roles are ${mappableRoles.join(', ')}.`,
  );
}
