import type { ErrorKey } from '../../core/errors.ts';
import type { FileSource, TaskInfo } from '../../core/protocol/index.ts';
import type { Result } from '../../core/errors.ts';
import type { ColumnMapping } from '../../core/tasks/columnMapping.ts';
import { rememberedMapping, rememberMapping } from '../state/columnChoices.ts';
import type { App } from '../state/createApp.ts';
import { readOwn } from './readOwn.ts';

/** The names of the columns do not say what is asked and what is answered. */
const aboutColumns: readonly ErrorKey[] = ['lackingColumns', 'rowNotUnderstood'];

/** What was read, and the source as it was read in the end. */
interface Reading {
  readonly source: FileSource;
  readonly result: Result<readonly TaskInfo[]>;
}

/** Reads own data; where only a person can know which column is what, as was said of such a file before, or as is said now. */
export async function readMapped(app: App, source: FileSource): Promise<Reading> {
  const result = await readOwn(app, source);
  if (result.ok || !aboutColumns.includes(result.error.key)) return { source, result };
  const mapping = await askColumns(app, source);
  if (!mapping) return { source, result };
  const mapped = { ...source, mapping };
  return { source: mapped, result: await readOwn(app, mapped) };
}

/**
 * Which column of a file is what.
 * @param before what was said of it; asked again then, and never taken from memory
 * @returns null for a file without columns, and when the visitor leaves the question
 */
export async function askColumns(
  { engine, columnQuestion }: App,
  { fileName, file }: FileSource,
  before?: ColumnMapping | null,
): Promise<ColumnMapping | null> {
  const preview = await engine.api?.previewFile({ fileName, file });
  if (!preview?.ok || !preview.value) return null;
  const { columns } = preview.value;
  const remembered = rememberedMapping(columns);
  if (remembered && before === undefined) return remembered;
  const mapping = await columnQuestion.ask(fileName, preview.value, before ?? remembered);
  if (mapping) rememberMapping(columns, mapping);
  return mapping;
}
