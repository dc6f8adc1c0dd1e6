import type { ErrorText, ErrorWords } from '../../../core/errors.ts';
import type { RowPlace, WantedKind } from '../../../core/errorValues.ts';
import { formatNames } from '../readReport.ts';

/** A task file that can't be read: where, what was there, and what to write instead. */
const badFile = (fileName: string, where: string, what: string): ErrorText => ({
  message: `${fileName}: ${where}: ${what}`,
  hint: 'Nothing was changed. Mend the file and drop it again; docs/tasks.md shows the formats.',
});

const placeOf = ({ unit, at }: RowPlace): string => `${unit} ${at}`;
const keyOf = (key: string): string => key || 'top level';
const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

const wantedWords = {
  answers: 'wanted at least one answer',
  count: 'wanted a whole number from 0',
  difficulty: 'wanted one digit 1 to 3 an instance',
  flag: 'wanted true or false',
  id: 'wanted a-z, 0-9, _ and - only, a letter or digit first',
  instances: 'wanted a list of { "input", "output" }',
  list: 'wanted a list',
  notEmpty: 'is empty',
  number: 'wanted a number',
  object: 'wanted an object { … }',
  place: 'wanted before or after',
  showsOptions: 'wanted one of half, always, never',
  split: 'wanted one of train, validation, test',
  text: 'wanted a string',
  textOrList: 'wanted a string or a list of strings',
} as const satisfies Record<WantedKind, string>;

/** What a row may be made of, in the order in which people write it. */
const understood =
  'instruction and output (also prompt and completion, input and target, question and answer, with context), or messages';

/** How a person can say it in the file's place. */
const sayWhich = ([first = 'NAME', ...others]: readonly string[]): string =>
  `Nothing was changed. Say which is which: the page asks when the file is dropped again, npm run train takes --columns input=${first},output=${others.at(-1) ?? 'NAME'}; or rename them in the file.`;

/** Before anything in it is read. */
const wholeFiles = {
  fileTooLarge: ({ fileName, bytes, maxBytes }) => ({
    message: `${fileName} has ${megabytes(bytes)} MB; at most ${megabytes(maxBytes)} MB are read.`,
    hint: 'Nothing was changed. Keep a part of its examples: a few thousand are plenty here.',
  }),
  emptyFile: ({ fileName }) => badFile(fileName, 'line 1', 'the file is empty'),
  unknownFormat: ({ fileName, begins, known }) =>
    badFile(
      fileName,
      'line 1',
      `begins with "${begins}", which is none of ${known.map((name) => formatNames[name] ?? name).join(', ')}`,
    ),
  fileNotUnpacked: ({ fileName, cause }) =>
    badFile(fileName, 'gzip', `it breaks off or is damaged (${cause})`),
  noParquet: ({ fileName, cause }) => badFile(fileName, 'Parquet', cause),
  rowGroupTooLarge: ({ fileName, bytes, maxBytes }) => ({
    message: `${fileName}: a row group of it unpacks to ${megabytes(bytes)} MB; at most ${megabytes(maxBytes)} MB are read at a time.`,
    hint: 'Nothing was changed. Write the file again with smaller row groups: 1,000 rows are usual.',
  }),
  parquetTooWide: ({ fileName, groups, columns, maxRowGroups, maxColumns }) =>
    badFile(
      fileName,
      'Parquet',
      `${groups} row groups of ${columns} columns; at most ${maxRowGroups} of ${maxColumns} are read`,
    ),
  readingStopped: ({ fileName }) => ({
    message: `${fileName} was not added: its reading was stopped.`,
    hint: 'Nothing was changed. Drop it again to read it from the start.',
  }),
  badEncoding: ({ fileName, encoding, line }) => ({
    message: `${fileName}: line ${line}: not ${encoding.toUpperCase()}: a byte that is no letter there, as in files written as Windows-1252 (Latin-1) or GBK.`,
    hint: 'Nothing was changed. Save the file as UTF-8 (in Excel: “CSV UTF-8”) and drop it again.',
  }),
} as const satisfies Partial<ErrorWords>;

/** Prompts, and the rows that they want. */
const promptFiles = {
  noYaml: ({ fileName, line, cause }) =>
    badFile(fileName, `line ${line}`, `not valid YAML (${cause})`),
  promptsWithoutRows: ({ fileName, dataset, prompts, columns }) => ({
    message: `${fileName} holds ${prompts} prompts for ${dataset || 'a dataset'}, and no rows to apply them to.`,
    hint: `Nothing was changed. Drop it together with the rows (JSONL, CSV or Parquet with ${columns.join(', ')}), or name both after --tasks.`,
  }),
  promptsManyRows: ({ fileName, dataset, files }) => ({
    message: `${fileName}: rows of several files would fit: ${files.join(', ')}.`,
    hint: `Nothing was changed. Keep one, or name it after the dataset, such as ${dataset.replaceAll('/', '_') || 'dataset'}.jsonl.`,
  }),
  promptsLackColumns: ({ fileName, rowFiles, wanted, columns }) => ({
    message: `${fileName}: its prompts read ${wanted.join(', ')}; ${rowFiles.join(', ')} has ${columns.join(', ') || 'no columns'}.`,
    hint: 'Nothing was changed. Drop it together with the rows of its own dataset, under the names that the prompts use.',
  }),
  noPromptFits: ({ fileName, prompts, rows, cause }) => ({
    message: `${fileName}: none of ${prompts} prompts gives a task of ${rows} rows${cause === '' ? '' : ` (${cause})`}.`,
    hint: 'Nothing was changed. At least 3 rows with different questions and an answer are wanted.',
  }),
} as const satisfies Partial<ErrorWords>;

export const taskFileErrors = {
  ...wholeFiles,
  unknownMetric: ({ fileName, metric, known }) =>
    badFile(fileName, 'Mixdesk.metric', `got "${metric}", wanted one of ${known.join(', ')}`),
  nestedTooDeep: ({ fileName, line, maxDepth }) =>
    badFile(fileName, `line ${line}`, `nested deeper than ${maxDepth} levels`),
  noJson: ({ fileName, line, cause }) =>
    badFile(fileName, `line ${line}`, `not valid JSON (${cause})`),
  lackingColumns: ({ fileName, columns }) => ({
    ...badFile(fileName, 'line 1', `columns are ${columns.join(', ')}; wanted ${understood}`),
    hint: sayWhich(columns),
  }),
  strayQuote: ({ fileName, line }) =>
    badFile(
      fileName,
      `line ${line}`,
      'a quote inside a cell; write it twice ("") and the cell in quotes',
    ),
  otherCellCount: ({ fileName, line, cells, columns }) =>
    badFile(
      fileName,
      `line ${line}`,
      `${cells} cells, the header has ${columns}; a cell that holds a separator stands in quotes`,
    ),
  rowNoObject: ({ fileName, place }) =>
    badFile(fileName, placeOf(place), 'wanted an object with instruction, input and output'),
  rowNoText: ({ fileName, place, key, got }) =>
    badFile(
      fileName,
      `${placeOf(place)}, "${key}"`,
      `got ${got}; wanted a string, a number, or a list of them`,
    ),
  rowNoChat: ({ fileName, place, key, got }) =>
    badFile(
      fileName,
      `${placeOf(place)}, "${key}"`,
      `got ${got}; wanted a list of { "role", "content" } or { "from", "value" }, with user and assistant`,
    ),
  rowNoInstances: ({ fileName, place, key, got }) =>
    badFile(fileName, `${placeOf(place)}, "${key}"`, `got ${got}; ${wantedWords.instances}`),
  rowNotUnderstood: ({ fileName, place, keys }) => ({
    ...badFile(fileName, placeOf(place), `keys are ${keys.join(', ')}; wanted ${understood}`),
    hint: sayWhich(keys),
  }),
  noRows: ({ fileName }) => badFile(fileName, 'rows', 'there are none; wanted at least 3'),
  noRowsLeft: ({ fileName, rows }) =>
    badFile(fileName, 'rows', `none of the ${rows} has an answer (an end marker alone is none)`),
  keyMissing: ({ fileName, key }) => badFile(fileName, keyOf(key), 'is missing'),
  badKey: ({ fileName, key, got, wanted }) =>
    badFile(fileName, keyOf(key), `got ${got}; ${wantedWords[wanted]}`),
  tooManyInstances: ({ fileName, count, max }) =>
    badFile(fileName, 'Instances', `${count}, at most ${max} are read`),
  tooFewInputs: ({ fileName, count }) =>
    badFile(
      fileName,
      'Instances',
      `${count} distinct ${count === 1 ? 'input' : 'inputs'}, wanted at least 3 (one each to train, validate and test on)`,
    ),
  emptySplit: ({ fileName, split }) => badFile(fileName, 'Instances', `none has split "${split}"`),
  ...promptFiles,
} as const satisfies Partial<ErrorWords>;
