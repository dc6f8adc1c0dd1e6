import type { RowPlace } from '../../core/errorValues.ts';
import { type ColumnMapping, mappableRoles } from '../../core/tasks/columnMapping.ts';
import type {
  LeftOut,
  LeftOutReason,
  OfficialSplit,
  PromptsLeft,
  PromptsRead,
  ReadReport,
} from '../../core/tasks/readReport.ts';

/** Formats by their readers' names. */
export const formatNames: Readonly<Record<string, string>> = {
  naturalInstructions: 'a Super-NaturalInstructions task',
  bigBench: 'a BIG-bench task',
  jsonRows: 'JSON rows (one a line, or a list)',
  table: 'a table with a header (CSV, TSV)',
  parquet: 'Parquet',
  promptsource: 'prompts (promptsource YAML)',
  flanTemplates: 'pairs of patterns (FLAN)',
  renderedFiles: 'rows in the words of several prompts (P3)',
};

const reasons: Readonly<Record<LeftOutReason, string>> = {
  noOutput: 'no answer',
  noQuestion: 'neither an instruction nor an input',
  alsoHeldOut: 'asked again in a held-out split',
  tooFewInTask: 'their task has too few different questions',
  renderedEmpty: 'the prompt has no question or no answer for them',
};

const rowsOf = (n: number): string => `${n} ${n === 1 ? 'row' : 'rows'}`;
const placeOf = ({ unit, at }: RowPlace): string => `, the first in ${unit} ${at}`;

/** What was done with the rows of a file, a sentence each; what nothing was done to is not mentioned. */
export function reportSentences(report: ReadReport): string[] {
  const { rows, splitRows, splitRule, encoding } = report;
  const { unknownKeys, duplicates, joinedAnswers, endMarker } = report;
  const { train, validation, test } = splitRows;
  const format = formatNames[report.format] ?? report.format;
  const written = encoding && encoding !== 'utf-8' ? `, ${encoding.toUpperCase()}` : '';
  const how = splitRule === 'named' ? 'as the file says' : 'drawn by a seeded hash of the question';
  return [
    `Read as ${format}${written}: ${rowsOf(rows)}${rowFilesOf(report)}.`,
    ...promptSentences(report.prompts),
    ...(report.officialSplit ? [officialWords[report.officialSplit]] : []),
    `${train} to train, ${validation} to validate, ${test} to test on, ${how}.`,
    ...(report.notKept > 0 ? [sampleSentence(rows, report.notKept)] : []),
    ...(report.mapping ? [mappingSentence(report.mapping)] : []),
    ...report.leftOut.map(leftOutSentence),
    ...(duplicates > 0
      ? [`${rowsOf(duplicates)} said word for word what another says: once is enough.`]
      : []),
    ...(joinedAnswers > 0
      ? [`${rowsOf(joinedAnswers)} became a further right answer to a held-out question.`]
      : []),
    ...(endMarker === null ? [] : [`“${endMarker}” at the end of the answers was taken off.`]),
    ...(unknownKeys.length > 0 ? [`Not read: ${unknownKeys.join(', ')}.`] : []),
  ];
}

const sampleSentence = (rows: number, notKept: number): string =>
  `More than are held at a time: a seeded sample of ${rowsOf(rows - notKept)} was kept, spread over the whole file.`;

function mappingSentence({ columns, instruction }: ColumnMapping): string {
  const said = mappableRoles.flatMap((role) =>
    columns[role] === undefined ? [] : [`${role} from “${columns[role]}”`],
  );
  const asked = instruction === undefined ? '' : `; every row is asked “${instruction}”`;
  return `Columns as they were chosen: ${said.join(', ')}${asked}.`;
}

const leftOutSentence = ({ reason, count, first }: LeftOut): string =>
  `${rowsOf(count)} left out (${reasons[reason]}${first ? placeOf(first) : ''}).`;

const whyLeft: Readonly<Record<PromptsLeft['reason'], string>> = {
  lacksColumns: 'no row has',
  failed: 'they failed',
  nothingAsked: 'they ask nothing of these rows',
  sameQuestion: 'they ask the same of every row',
  tooFew: 'too few rows are left',
  noRows: 'no file of rows is named after it',
  noPatterns: 'no patterns are for it',
  unreadable: 'it holds no rows that can be read',
};

function promptSentences(prompts: PromptsRead | undefined): string[] {
  if (!prompts) return [];
  const { names, tasks, promptsLeft } = prompts;
  const many =
    names.length === 1 ? '1 prompt is its wording' : `${names.length} prompts are wordings`;
  return [
    ...(names.length > 0
      ? [`${many} (${listed(names)})${tasks > 1 ? `, of ${tasks} tasks in the file` : ''}.`]
      : []),
    ...promptsLeft.map(
      ({ reason, names: unused, cause }) =>
        `Left out: ${listed(unused)} (${[whyLeft[reason], cause].filter(Boolean).join(' ')}).`,
    ),
  ];
}

/** Long lists are shortened. */
const listed = (names: readonly string[]): string =>
  names.length > 12
    ? `${names.slice(0, 10).join(', ')} and ${names.length - 10} more`
    : names.join(', ');

const officialWords: Readonly<Record<OfficialSplit, string>> = {
  train: 'By the lists of its collection a task to train on.',
  test: 'By the lists of its collection a task to test on: watched, never trained on, and tested on the first hundred instances where it has more.',
};

const rowFilesOf = ({ prompts }: ReadReport): string =>
  prompts && prompts.rowFiles.length > 0 ? ` of ${listed(prompts.rowFiles)}` : '';
