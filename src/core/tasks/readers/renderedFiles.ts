import { AppError } from '../../errors.ts';
import type { DataRow } from '../prompts/askedRow.ts';
import { p3DatasetOf } from '../prompts/p3Datasets.ts';
import { promptsOfFiles, type RenderedFile, renderedFile } from '../prompts/renderedPrompts.ts';
import { mergedReading } from '../prompts/mergedReading.ts';
import { tasksOfPrompts } from '../prompts/tasksOfPrompts.ts';
import type { PromptsLeft, ReadFile } from '../readReport.ts';
import { dataRows } from './dataRows.ts';
import type { BesideFile } from './reader.ts';

/** Together: more is read file by file. */
const maxBytes = 64 * 1024 * 1024;

/**
 * Files with names that begin alike, which may be one dataset in the words of several prompts (`dataset_config_prompt.jsonl`). Those with the same rows and
 * the same answers are wordings of one task; all others are read by themselves.
 * @throws AppError 'bad-file' when none of them can be read: what is wrong with the first.
 */
export async function readRenderedFiles(
  files: readonly BesideFile[],
  readOne: (file: BesideFile) => Promise<ReadFile>,
): Promise<ReadFile> {
  const bytes = files.reduce((sum, { content }) => sum + content.bytes, 0);
  const groups = bytes > maxBytes ? [] : sameRows(await renderedOf(files));
  const used = new Set(groups.flat().map(({ fileName }) => fileName));
  const readings: ReadFile[] = groups.map(readGroup);
  const left: PromptsLeft[] = [];
  let failure: unknown;
  for (const file of files.filter(({ fileName }) => !used.has(fileName))) {
    try {
      readings.push(await readOne(file));
    } catch (error) {
      if (!(error instanceof AppError) || error.info.key === 'readingStopped') throw error;
      failure ??= error;
      left.push({ reason: 'unreadable', names: [file.fileName] });
    }
  }
  if (readings.length === 0) throw failure;
  return mergedReading(readings, left);
}

async function renderedOf(files: readonly BesideFile[]): Promise<RenderedFile[]> {
  const read = files.map(async (file) => {
    try {
      return renderedFile(file.fileName, await dataRows(file));
    } catch (error) {
      if (error instanceof AppError && error.info.key !== 'readingStopped') return null;
      throw error;
    }
  });
  return (await Promise.all(read)).filter((file) => file !== null);
}

/** Files of the same rows with the same answers, two at least. */
function sameRows(files: readonly RenderedFile[]): RenderedFile[][] {
  const prompts = promptsOfFiles(files, ({ fileName }) => fileName);
  const groups = new Map<string, RenderedFile[]>();
  files.forEach((file, i) => {
    const key = JSON.stringify([prompts[i]!.uses, file.rows.map((row) => row?.target ?? null)]);
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

function readGroup(files: readonly RenderedFile[]): ReadFile {
  const names = files.map(({ fileName }) => stemOf(fileName));
  const dataset = p3DatasetOf(names[0]!) ?? sharedWords(names);
  const promptOf = ({ fileName }: RenderedFile): string =>
    stemOf(fileName)
      .slice(dataset.length)
      .replace(/^[_-]+/, '') || dataset;
  const prompts = promptsOfFiles(files, promptOf);
  const rows = files[0]!.rows.map((_, i): DataRow => ({
    values: {},
    place: { unit: 'row', at: i + 1 },
  }));
  const rowFiles = files.map(({ fileName }) => fileName);
  const read = { format: 'renderedFiles', encoding: null };
  const [fileName] = rowFiles as [string];
  const made = tasksOfPrompts({ fileName, rowFiles, dataset, prompts, rows, read, left: [] });
  const name = `${dataset}: ${prompts[0]!.name}`;
  return { ...made, tasks: made.tasks.map((task) => ({ ...task, name })) };
}

const stemOf = (path: string): string =>
  path.replace(/^.*[\\/]/, '').replace(/\.(?:jsonl|ndjson|csv|tsv|tab|parquet)(?:\.gz)?$/i, '');

/** The words with which all names begin; at least the first. */
function sharedWords(names: readonly string[]): string {
  const [first = [], ...others] = names.map((name) => name.split('_'));
  const different = first.findIndex((word, i) => others.some((other) => other[i] !== word));
  const shared = different < 0 ? first : first.slice(0, Math.max(1, different));
  return shared.join('_');
}
