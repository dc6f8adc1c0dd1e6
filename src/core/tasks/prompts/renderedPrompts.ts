import { withoutEndMarker } from '../endMarker.ts';
import { columnsOf } from '../rows/columns.ts';
import { isLeftOut } from '../rows/instructionRow.ts';
import { plainRow } from '../rows/plainRow.ts';
import { type AskedRow, type DataRow, mark, type Prompt, withoutMarks } from './askedRow.ts';

/** A question and its answer, as one prompt has rendered a row. */
interface RenderedRow {
  readonly question: string;
  readonly target: string;
  readonly options?: readonly string[];
}

/** A file of what one prompt has made of a dataset's rows (P3, Sanh et al. 2022): what it asks about is between its own words. */
export interface RenderedFile {
  readonly fileName: string;
  readonly rows: readonly (RenderedRow | null)[];
  readonly pattern: string;
  readonly given: readonly string[];
}

const valueName = 'text';

/** Null where the rows are none of one question and one answer each. */
export function renderedFile(fileName: string, data: readonly DataRow[]): RenderedFile | null {
  const rows = withBareTargets(data.map((row) => renderedRow(row, fileName)));
  const questions = rows.flatMap((row) => (row ? [row.question] : []));
  if (new Set(questions).size < 3) return null;
  const [before, after] = [sharedStart(questions), sharedEnd(questions)];
  const given = rows.map(
    (row) => row?.question.slice(before.length, row.question.length - after.length).trim() ?? '',
  );
  return { fileName, rows, pattern: `${before}${mark(valueName)}${after}`.trim(), given };
}

function renderedRow({ values, place }: DataRow, fileName: string): RenderedRow | null {
  const columns = columnsOf(Object.keys(values));
  if (!plainRow.fits(columns)) return null;
  const [row] = plainRow.read(values, columns, { fileName, place });
  if (!row || isLeftOut(row) || row.outputs.length !== 1) return null;
  const question = [row.instruction, row.input].filter(Boolean).join('\n');
  const { options } = row;
  return { question: withoutMarks(question), target: row.outputs[0]!, ...(options && { options }) };
}

function withBareTargets(rows: readonly (RenderedRow | null)[]): (RenderedRow | null)[] {
  const { outputs } = withoutEndMarker(rows.map((row) => row?.target ?? ''));
  return rows.map((row, i) => (row && outputs[i] !== '' ? { ...row, target: outputs[i]! } : null));
}

/** What all texts begin with, up to the last white space in it. */
function sharedStart(texts: readonly string[]): string {
  const [first = ''] = texts;
  const length = texts.reduce(
    (shared, text) => {
      let at = 0;
      while (at < shared && text[at] === first[at]) at++;
      return at;
    },
    Math.max(0, Math.min(...texts.map((text) => text.length)) - 1),
  );
  return /^[\s\S]*\s/.exec(first.slice(0, length))?.[0] ?? '';
}

const sharedEnd = (texts: readonly string[]): string =>
  turned(sharedStart(texts.map((text) => turned(text.slice(sharedStart(texts).length)))));

const turned = (text: string): string => [...text].reverse().join('');

/** Of the words of what two prompts ask about, averaged over the rows, so many must be the same. */
const mostlyTheSame = 0.8;

/**
 * The files as prompts over the same rows, row by row. Two that ask about the same (word for word, or in another order with other words
 * between) have the same `uses`.
 */
export function promptsOfFiles(
  files: readonly RenderedFile[],
  nameOf: (file: RenderedFile) => string,
): Prompt[] {
  const uses: number[] = [];
  for (const [i, file] of files.entries()) {
    const other = files.slice(0, i).findIndex((one) => asksAboutTheSame(one, file));
    uses.push(other < 0 ? i : uses[other]!);
  }
  return files.map((file, i): Prompt => {
    const first = files.findIndex(
      (one, k) => uses[k] === uses[i] && String(one.given) === String(file.given),
    );
    const name = first === uses[i] ? valueName : `${valueName}${first + 1}`;
    return {
      name: nameOf(file),
      uses: [`${valueName}${uses[i]! + 1}`],
      metrics: [],
      ask: (_, index) => askedRow(file, index, name),
    };
  });
}

function askedRow(
  { rows, pattern, given }: RenderedFile,
  index: number,
  name: string,
): AskedRow | null {
  const row = rows[index];
  if (!row) return null;
  const { target, options } = row;
  return {
    pattern: pattern.replace(mark(valueName), () => mark(name)),
    values: new Map([[name, given[index]!]]),
    target,
    ...(options && { options }),
  };
}

function asksAboutTheSame(one: RenderedFile, other: RenderedFile): boolean {
  if (one.rows.length !== other.rows.length) return false;
  if (String(one.given) === String(other.given)) return true;
  const shares = one.given.map((text, i) => sharedWords(text, other.given[i]!));
  return shares.reduce((sum, share) => sum + share, 0) >= mostlyTheSame * shares.length;
}

/** Jaccard's index of the words. */
function sharedWords(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  const shared = [...a!].filter((word) => b!.has(word)).length;
  const all = a!.size + b!.size - shared;
  return all === 0 ? 1 : shared / all;
}
