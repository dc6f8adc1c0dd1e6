import { datasetOfPrompts, isOfDataset } from './prompts/datasetPath.ts';

/** A file whose reader asks for those beside it. */
export interface FileUnit<File> {
  readonly main: File;
  readonly beside: readonly File[];
}

const isPrompts = (path: string): boolean => /\.ya?ml$/i.test(path);
const areRows = (path: string): boolean =>
  /\.(?:jsonl?|ndjson|csv|tsv|tab|parquet)(?:\.gz)?$/i.test(path);

/**
 * Which of the files that come together are read together, by their names: prompts with the rows of the dataset that they are named
 * after; a single file of prompts, where no rows are named so, with those of its folder, or with all. Every other file is read by
 * itself. In the order of the files.
 */
export function fileUnits<File extends { readonly fileName: string }>(
  files: readonly File[],
): FileUnit<File>[] {
  const sheets = files.filter(({ fileName }) => isPrompts(fileName));
  const rows = files.filter(({ fileName }) => areRows(fileName));
  const besideOf = new Map(sheets.map((sheet) => [sheet, rowsFor(sheet, rows, sheets)]));
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

const folderOf = (path: string): string => path.replace(/[^\\/]*$/, '');
