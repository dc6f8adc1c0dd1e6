import { parseDocument } from 'yaml';
import { AppError } from '../../errors.ts';
import { scalarText } from '../rows/rowText.ts';

/** What stands in a promptsource file. */
export interface PromptSheet {
  /** `dataset` and `subset`, one after the other. */
  readonly dataset: string;
  readonly entries: readonly PromptEntry[];
}

/** One `!Template`. */
export interface PromptEntry {
  readonly name: string;
  readonly jinja: string;
  /** A template too; '' where there is none. */
  readonly answerChoices: string;
  /** Asks for what the dataset was made for. */
  readonly isOriginal: boolean;
  readonly metrics: readonly string[];
}

const maxLength = 1_000_000;
const maxEntries = 500;
/** A file of a few lines can't make a long one. */
const maxAliases = 100;

/** Reads `dataset`, `subset` and `templates`. @throws AppError 'bad-file' with the line or the key at fault. */
export function parsePromptSheet(text: string, fileName: string): PromptSheet {
  if (text.length > maxLength) {
    const values = { fileName, bytes: text.length, maxBytes: maxLength };
    throw new AppError('bad-file', 'fileTooLarge', values);
  }
  const file = parsed(text, fileName);
  const templates = get(file, 'templates');
  if (!(templates instanceof Map)) {
    throw new AppError('bad-file', 'keyMissing', { fileName, key: 'templates' });
  }
  const entries = [...templates.entries()].map(([id, raw]) => entryOf(raw, String(id), fileName));
  if (entries.length > maxEntries) {
    const values = { fileName, count: entries.length, max: maxEntries };
    throw new AppError('bad-file', 'tooManyInstances', values);
  }
  const dataset = [textOf(file, 'dataset'), textOf(file, 'subset')].filter(Boolean).join('/');
  return { dataset, entries };
}

function parsed(text: string, fileName: string): unknown {
  const tags = ['!Template', '!TemplateMetadata'].map((tag) => ({
    tag,
    collection: 'map' as const,
    resolve: <T>(map: T): T => map,
  }));
  try {
    const options = { customTags: tags, logLevel: 'error', uniqueKeys: false } as const;
    const document = parseDocument(text, options);
    const [fault] = document.errors;
    if (fault) {
      const line = fault.linePos?.[0].line ?? 1;
      const [cause = ''] = fault.message.split('\n', 1);
      throw new AppError('bad-file', 'noYaml', { fileName, line, cause });
    }
    return document.toJS({ mapAsMap: true, maxAliasCount: maxAliases });
  } catch (error) {
    if (error instanceof AppError) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw new AppError('bad-file', 'noYaml', { fileName, line: 1, cause });
  }
}

const get = (map: unknown, key: string): unknown => (map instanceof Map ? map.get(key) : undefined);
const textOf = (map: unknown, key: string): string => scalarText(get(map, key)) ?? '';

function entryOf(raw: unknown, id: string, fileName: string): PromptEntry {
  const jinja = get(raw, 'jinja');
  if (typeof jinja !== 'string') {
    throw new AppError('bad-file', 'keyMissing', { fileName, key: `templates.${id}.jinja` });
  }
  const metadata = get(raw, 'metadata');
  const metrics = get(metadata, 'metrics');
  return {
    name: textOf(raw, 'name') || id,
    jinja,
    answerChoices: textOf(raw, 'answer_choices'),
    isOriginal: get(metadata, 'original_task') === true,
    metrics: Array.isArray(metrics) ? metrics.map(String) : [],
  };
}
