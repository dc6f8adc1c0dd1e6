import { formatHundredths, formatShare, formatWhole } from '../format.ts';

/** What was asked of each task, and what has come. */
export const mixture = {
  title: 'Mixture',
  asked: 'asked',
  used: 'used',
  nothingYet: 'Nothing trained on yet',
  open: 'Mixture: all figures',
  units: { examples: 'Examples', tokens: 'Tokens', answerTokens: 'Answer tokens' },
  unit: 'Count by',
  help: 'Faders ask for shares of the examples. Long texts bring more tokens than short ones, so the share that is used is another when it is counted in tokens.',
  summary: (unit: string, name: string, asked: string, used: string) =>
    `Asked against used, by ${unit.toLowerCase()}. Widest apart: ${name}, asked ${asked}, used ${used}.`,
  askedOnly: 'Shares that are asked for; nothing has been trained on yet.',
  repeats: (count: number) =>
    count === 1
      ? 'The examples of 1 task have begun to repeat.'
      : `The examples of ${formatWhole(count)} tasks have begun to repeat.`,
  table: {
    task: 'Task',
    asked: 'Asked now',
    askedMean: 'Asked so far',
    examples: 'Examples',
    tokens: 'Tokens',
    answerTokens: 'Answer tokens',
    epochs: 'Epochs',
    repeats: 'Repeats from',
  },
  amount: (amount: number, share: number) => `${formatWhole(amount)} (${formatShare(share)})`,
  epochs: (epochs: number) => formatHundredths(epochs),
  epochsHelp: 'Epochs: how often each training example was used on average.',
  fromStep: (step: number) => `step ${formatWhole(step)}`,
  of: (available: number) => `of ${formatWhole(available)}`,
  none: '–',
};
