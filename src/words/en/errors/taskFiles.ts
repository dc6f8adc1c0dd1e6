import type { ErrorText, ErrorWords } from '../../../core/errors.ts';
import type { RowPlace, WantedKind } from '../../../core/errorValues.ts';

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

/** Before anything in it is read. */
const wholeFiles = {
  noTaskFile: ({ fileName, endings }) => ({
    message: `${fileName} is not a task file.`,
    hint: `Drop a ${endings.join(', ')} file: a Super-NaturalInstructions task, or rows of instruction, input, output.`,
  }),
  ownFileTooLarge: ({ fileName, bytes, maxBytes }) => ({
    message: `${fileName} has ${megabytes(bytes)} MB; at most ${megabytes(maxBytes)} MB fit.`,
    hint: 'Keep a part of its examples: a few thousand are plenty here.',
  }),
  fileTooLarge: ({ fileName, bytes, maxBytes }) =>
    badFile(fileName, 'size', `${bytes} bytes, at most ${maxBytes} are read`),
  emptyFile: ({ fileName }) => badFile(fileName, 'line 1', 'the file is empty'),
  unknownEnding: ({ fileName, ending, known }) =>
    badFile(fileName, 'name', `ends in ".${ending}"; wanted ${known.join(', ')}`),
} as const satisfies Partial<ErrorWords>;

export const taskFileErrors = {
  ...wholeFiles,
  unknownMetric: ({ fileName, metric, known }) =>
    badFile(fileName, 'Mixdesk.metric', `got "${metric}", wanted one of ${known.join(', ')}`),
  nestedTooDeep: ({ fileName, line, maxDepth }) =>
    badFile(fileName, `line ${line}`, `nested deeper than ${maxDepth} levels`),
  noJson: ({ fileName, line, cause }) =>
    badFile(fileName, `line ${line}`, `not valid JSON (${cause})`),
  lackingColumns: ({ fileName, columns }) =>
    badFile(
      fileName,
      'line 1',
      `columns are ${columns.join(', ')}; wanted instruction, input, output`,
    ),
  badTableRow: ({ fileName, row, cause }) => badFile(fileName, `row ${row}`, cause),
  rowNoObject: ({ fileName, place }) =>
    badFile(fileName, placeOf(place), 'wanted an object with instruction, input and output'),
  rowNoText: ({ fileName, place, key }) =>
    badFile(fileName, `${placeOf(place)}, "${key}"`, wantedWords.text),
  rowWithoutOutput: ({ fileName, place }) =>
    badFile(fileName, `${placeOf(place)}, "output"`, wantedWords.notEmpty),
  rowWithoutQuestion: ({ fileName, place }) =>
    badFile(fileName, placeOf(place), 'has neither "instruction" nor "input"'),
  noRows: ({ fileName }) => badFile(fileName, 'rows', 'there are none; wanted at least 3'),
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
  inputInTwoSplits: ({ fileName, id, split }) =>
    badFile(fileName, `instance "${id}"`, `its input is also in split "${split}"`),
  emptySplit: ({ fileName, split }) => badFile(fileName, 'Instances', `none has split "${split}"`),
} as const satisfies Partial<ErrorWords>;
