import type { SplitChoice } from '../../../core/browsing/findInstances.ts';
import type { LengthReport } from '../../../core/browsing/lengthReport.ts';
import type { StrangeCharacters } from '../../../core/browsing/strangeCharacters.ts';
import type { SplitName } from '../../../core/tasks/task.ts';
import type { Fit } from '../../../core/tokens/encode.ts';
import { reportSentences } from '../../../words/en/readReport.ts';
import { formatPercent, formatWhole } from '../format.ts';
import { counted } from './counted.ts';

const splits: Readonly<Record<SplitName, string>> = {
  train: 'Train',
  validation: 'Validation',
  test: 'Test',
};
const fits: Readonly<Record<Fit, string>> = {
  fits: 'whole',
  cut: 'cut',
  cannotFit: 'too long',
};
const mostCharacters = 24;

/** The Data view: what is there, what was read, and every example. */
export const data = {
  title: 'Data',
  intro:
    'Everything that can be trained on: your own files, and the tasks that come with the page.',
  own: 'Your own',
  builtIn: 'Built in',
  noneOwn: 'Nothing of your own yet',
  back: 'All data',
  choose: 'Choose a task to see what is in it.',
  loading: 'Fetching the task…',
  paste: 'Paste…',
  pasteIntro:
    'Cells of a spreadsheet, JSON, or lines of a table. The first line of a table names its columns.',
  pasteField: 'Text to be read',
  pasteExample: 'instruction\tinput\toutput',
  pasteAdd: 'Add as a task',
  replace: 'Replace…',
  mapAgain: 'Columns…',
  remove: 'Remove',
  placeWords: { off: '', trained: 'trained', watched: 'watched' },
  metricOwn: (name: string, isSuggested: boolean) =>
    isSuggested ? `${name} (suggested by its answers)` : `${name} (its own)`,
  metricHelp: 'From the next evaluation on; what has been scored keeps its metric.',
  showRead: 'What was read…',
  showExamples: 'All its examples…',
  read: 'What was read',
  /** A sentence each. */
  report: reportSentences,
  asked: 'How it is asked',
  otherWordings: (count: number) => counted(count, 'other wording'),
  about: 'About it',
  examplesOf: 'Examples',
  lengths: 'Length of the examples',
  lengthOf: 'Tokens, with instruction and answer',
  lengthsSummary: (report: LengthReport) => {
    const { seqLen, examples, measured, median, longest } = report;
    const of =
      measured < examples
        ? `Of every ${formatWhole(Math.ceil(examples / measured))}th example: h`
        : 'H';
    return `${of}alf have at most ${counted(median, 'token')}, the longest ${formatWhole(longest)}; ${fitWords(report)} a row of ${formatWhole(seqLen)}.`;
  },
  row: (seqLen: number) => `row: ${formatWhole(seqLen)}`,
  bar: (from: number, to: number | null) =>
    to === null
      ? `${formatWhole(from)} and more`
      : from === to
        ? formatWhole(from)
        : `${formatWhole(from)} to ${formatWhole(to)}`,
  barColumn: 'Tokens',
  countColumn: 'Examples',
  asTable: 'As a table',
  measuring: 'Measuring…',
  strange: ({ characters, inAnswers }: StrangeCharacters) => {
    const named = characters.slice(0, mostCharacters).join(' ');
    const more = characters.length - mostCharacters;
    const rest = more > 0 ? ` and ${formatWhole(more)} more` : '';
    const answers =
      inAnswers > 0 ? `, ${counted(inAnswers, 'example')} with them in the answer` : '';
    return `Pre-training never showed ${named}${rest}${answers}. A run on this task teaches them.`;
  },
  instances: 'Examples',
  search: 'Search the examples',
  splitLabel: 'Split',
  splits: { all: 'All', ...splits } satisfies Record<SplitChoice, string>,
  found: (found: number, all: number) => `${formatWhole(found)} of ${counted(all, 'example')}`,
  searching: 'Searching…',
  noneFound: 'No example has these words',
  noneFoundHelp: 'Search for less, or in all splits.',
  columns: { input: 'Input', output: 'Right answer', split: 'Split', tokens: 'Tokens' },
  onTheWay: 'on its way',
  more: (count: number) => `+${formatWhole(count)}`,
  tokensAnd: (tokens: number, fit: Fit) =>
    fit === 'fits' ? formatWhole(tokens) : `${formatWhole(tokens)}, ${fits[fit]}`,
  keys: 'Arrow keys go from row to row, Page Up and Page Down further; Enter shows a row whole.',
  whole: (at: number) => `Example ${formatWhole(at + 1)}`,
  closeWhole: 'Close the example',
  instruction: 'Instruction',
  input: 'Input',
  answers: (count: number) =>
    count === 1 ? 'Right answer' : `${formatWhole(count)} right answers`,
  options: 'Answers to choose from',
};

/** How many of the examples lie in a row: "all fit into", "8% are cut to". */
function fitWords({ fits: { fits: whole, cut, cannotFit }, measured }: LengthReport): string {
  if (measured === 0 || whole === measured) return 'all fit whole into';
  const share = (count: number): string => {
    const of = formatPercent(count / measured);
    return count > 0 && of === formatPercent(0) ? `${formatWhole(count)}` : of;
  };
  const told = [
    ...(cut > 0 ? [`${share(cut)} lose their middle in`] : []),
    ...(cannotFit > 0 ? [`${share(cannotFit)} can never be drawn, as they do not fit into`] : []),
  ];
  return told.join(' and ');
}
