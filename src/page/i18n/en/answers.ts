import { formatWhole } from '../format.ts';

/** The table of answers: what the model says to held-out examples as it learns. */
export const answers = {
  title: 'Answers',
  tasks: 'Tasks and what the model answers',
  empty: 'No answers yet',
  emptyHelp:
    'Each task is asked examples like these, which it never trains on: first the untouched model, then every little while. You see them turn right.',
  waiting: 'The untouched model is answering…',
  waitingHelp: 'Its answers to held-out examples appear here; training begins after them.',
  unkept: 'This run has kept no answers',
  unkeptHelp: 'Only scores were made, or it was stopped before the first evaluation.',
  verdicts: { right: 'right', partly: 'partly right', wrong: 'wrong' },
  moment: 'Answers at',
  atStep: (step: number) => `step ${formatWhole(step)}`,
  untouched: 'before training',
  now: 'Latest',
  tally: (right: number, all: number) => `${formatWhole(right)} of ${formatWhole(all)} right`,
  score: (base: number | null, score: number) =>
    base === null ? formatWhole(score) : `${formatWhole(base)} → ${formatWhole(score)}`,
  scoreSaid: (base: number | null, score: number) =>
    base === null
      ? `score ${formatWhole(score)}`
      : `score ${formatWhole(score)}, before training ${formatWhole(base)}`,
  scores: (values: readonly string[]) => `Scores so far: ${values.join(', ')}`,
  unscored: 'not scored',
  marks: (marks: readonly string[]) => `So far: ${marks.join(', ')}`,
  notAsked: 'not asked',
  nothing: '(an empty answer)',
  cut: 'cut',
  cutHelp: 'cut here: it had not ended when it was as long as an answer may be',
  input: 'Input',
  expected: 'Expected',
  examples: (task: string) => `Examples of ${task}`,
  noExamples: 'Of this task no answers are kept: it is measured by its loss alone.',
};
