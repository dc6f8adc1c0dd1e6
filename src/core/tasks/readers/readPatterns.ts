import { AppError, causeOf } from '../../errors.ts';
import type { DataRow } from '../prompts/askedRow.ts';
import { dataRows } from './dataRows.ts';
import { datasetOfPath, isOfDataset } from '../prompts/datasetPath.ts';
import { FlanPrompt, flanText, type PatternSet, patternSetsOf } from '../prompts/flanPatterns.ts';
import { mergedReading } from '../prompts/mergedReading.ts';
import { tasksOfPrompts } from '../prompts/tasksOfPrompts.ts';
import type { PromptsLeft, ReadFile } from '../readReport.ts';
import type { BesideFile, FileContent } from './reader.ts';

/** The tasks of pattern sets and the rows beside them. @throws AppError 'bad-file'. */
export async function readPatterns(content: FileContent, fileName: string): Promise<ReadFile> {
  const { encoding } = await content.head();
  const sets = setsOf(await content.text(), fileName);
  const beside = content.beside ?? [];
  const readings: ReadFile[] = [];
  const left: PromptsLeft[] = [];
  const used = new Set<BesideFile>();
  for (const set of sets) {
    const files =
      sets.length === 1
        ? beside
        : beside.filter(({ fileName: path }) => isOfDataset(path, set.dataset));
    if (files.length === 0) {
      left.push({ reason: 'noRows', names: [set.dataset] });
      continue;
    }
    for (const file of files) used.add(file);
    const rows = (await Promise.all(files.map(dataRows))).flat();
    const dataset = set.dataset || datasetOfPath(files[0]!.fileName);
    const prompts = promptsOf(set, dataset);
    const fitting = prompts.filter(({ columns }) => columns.every((one) => hasText(rows, one)));
    if (fitting.length === 0) throw lacking(prompts, rows, files, fileName);
    readings.push(
      tasksOfPrompts({
        fileName,
        rowFiles: files.map((file) => file.fileName),
        dataset,
        prompts: fitting,
        rows,
        read: { format: 'flanTemplates', encoding },
        left: lackingColumns(prompts, fitting, rows),
        hasInverted: true,
      }),
    );
  }
  if (readings.length === 0) throw withoutRows(sets, fileName);
  const unused = beside.filter((file) => !used.has(file)).map((file) => file.fileName);
  if (unused.length > 0) left.push({ reason: 'noPatterns', names: unused });
  return mergedReading(readings, left);
}

function setsOf(text: string, fileName: string): PatternSet[] {
  try {
    const sets = patternSetsOf(text);
    if (sets.length > 0) return sets;
  } catch (error) {
    throw new AppError('bad-file', 'noJson', { fileName, line: 1, cause: causeOf(error) });
  }
  throw new AppError('bad-file', 'keyMissing', { fileName, key: 'PATTERNS' });
}

const promptsOf = ({ pairs }: PatternSet, dataset: string): FlanPrompt[] =>
  pairs.map((pair, i) => new FlanPrompt(pair, `${dataset} ${i + 1}`));

const hasText = (rows: readonly DataRow[], column: string): boolean =>
  rows.some(({ values }) => flanText(values, column) !== null);

function lackingColumns(
  prompts: readonly FlanPrompt[],
  fitting: readonly FlanPrompt[],
  rows: readonly DataRow[],
): PromptsLeft[] {
  const lacks = prompts.filter((prompt) => !fitting.includes(prompt));
  if (lacks.length === 0) return [];
  const columns = [...new Set(lacks.flatMap((prompt) => prompt.columns))];
  const missing = columns.filter((column) => !hasText(rows, column));
  const names = lacks.map(({ name }) => name);
  return [{ reason: 'lacksColumns', names, cause: missing.join(', ') }];
}

function lacking(
  prompts: readonly FlanPrompt[],
  rows: readonly DataRow[],
  files: readonly BesideFile[],
  fileName: string,
): AppError {
  const wanted = [...new Set(prompts.flatMap(({ columns }) => columns))];
  const columns = [...new Set(rows.slice(0, 100).flatMap(({ values }) => Object.keys(values)))];
  const rowFiles = files.map((file) => file.fileName);
  return new AppError('bad-file', 'promptsLackColumns', { fileName, rowFiles, wanted, columns });
}

function withoutRows(sets: readonly PatternSet[], fileName: string): AppError {
  const names = sets.map(({ dataset }) => dataset).filter(Boolean);
  const [first] = sets;
  return new AppError('bad-file', 'promptsWithoutRows', {
    fileName,
    dataset: names.length > 6 ? `${names.slice(0, 6).join(', ')} …` : names.join(', '),
    prompts: sets.reduce((sum, { pairs }) => sum + pairs.length, 0),
    columns: [...new Set(promptsOf(first!, '').flatMap(({ columns }) => columns))],
  });
}
