import { officialSplits, type ReadableFile } from './officialSplits.ts';
import type { OfficialSplit } from './readReport.ts';
import { datasetOfPrompts, isOfDataset, splitOfPath } from './prompts/datasetPath.ts';
import { p3DatasetOf } from './prompts/p3Datasets.ts';

/** A file whose reader asks for those beside it. */
export interface FileUnit<File> {
  readonly main: File;
  readonly beside: readonly File[];
  readonly officialSplit?: OfficialSplit;
}

/** What comes together, as it is read, and files that their collection's lists exclude. */
export interface SortedFiles<File> {
  readonly units: readonly FileUnit<File>[];
  readonly excluded: readonly File[];
}

/** The units of files, by their names and by the lists of tasks among them. */
export async function sortFiles<File extends ReadableFile>(
  all: readonly File[],
): Promise<SortedFiles<File>> {
  const { files, splitOf, excluded } = await officialSplits(all);
  const units = fileUnits(files).map((unit) => {
    const officialSplit = splitOf(unit.main);
    return { ...unit, ...(officialSplit && { officialSplit }) };
  });
  return { units, excluded };
}

const isPrompts = (path: string): boolean =>
  /\.ya?ml$|(?:^|[\\/_-])(?:templates?|patterns?)\.(?:py|json)$/i.test(path);
const areRows = (path: string): boolean =>
  /\.(?:jsonl?|ndjson|csv|tsv|tab|parquet)(?:\.gz)?$/i.test(path);

/**
 * Which of the files that come together are read together, by their names: prompts with the rows of the dataset that they are named
 * after; a single file of prompts, where no rows are named so, with those of its folder, or with all. Files of rows that may be one dataset in
 * the words of several prompts (P3's `dataset_config_prompt`) are read together. Every other file is read by itself. In the order of the files.
 */
export function fileUnits<File extends { readonly fileName: string }>(
  files: readonly File[],
): FileUnit<File>[] {
  const sheets = files.filter(({ fileName }) => isPrompts(fileName));
  const rows = files.filter(({ fileName }) => areRows(fileName) && !isPrompts(fileName));
  const besideOf = new Map(sheets.map((sheet) => [sheet, rowsFor(sheet, rows, sheets)]));
  for (const [first, ...others] of renderedTogether(rows)) {
    const isFree = [first!, ...others].every(
      (file) => ![...besideOf.values()].flat().includes(file),
    );
    if (isFree) besideOf.set(first!, others);
  }
  const used = new Set([...besideOf.values()].flat());
  return files
    .filter((file) => !used.has(file))
    .map((main) => ({ main, beside: besideOf.get(main) ?? [] }));
}

function rowsFor<File extends { readonly fileName: string }>(
  sheet: File,
  rows: readonly File[],
  sheets: readonly File[],
): readonly File[] {
  const dataset = datasetOfPrompts(sheet.fileName);
  const named = rows.filter(({ fileName }) => isOfDataset(fileName, dataset));
  if (named.length > 0) return named;
  const folder = folderOf(sheet.fileName);
  const isBeside = ({ fileName }: File): boolean => folderOf(fileName) === folder;
  if (sheets.filter(isBeside).length > 1) return [];
  const beside = rows.filter(isBeside);
  return beside.length > 0 || sheets.length > 1 ? beside : rows;
}

/** Files of a folder with names of three words or more, no split among them, that begin with the same; two at least. */
function renderedTogether<File extends { readonly fileName: string }>(
  rows: readonly File[],
): File[][] {
  const groups = new Map<string, File[]>();
  for (const file of rows) {
    const name = file.fileName.replace(/^.*[\\/]/, '');
    const [first] = name.split('_', 1);
    const isPrompt = /^[^_]+_[^_]+_[^_]/.test(name) || p3DatasetOf(name) !== null;
    if (!isPrompt || /\.json(?:\.gz)?$/i.test(name) || splitOfPath(file.fileName)) continue;
    const key = `${folderOf(file.fileName)}${first}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const folderOf = (path: string): string => path.replace(/[^\\/]*$/, '');
