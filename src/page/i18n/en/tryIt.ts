import { formatTenths, formatWhole } from '../format.ts';
import { counted } from './counted.ts';

/** Asking the models. */
export const tryIt = {
  title: 'Try it',
  task: 'Task',
  own: 'Your own',
  example: 'Example',
  exampleOf: (n: number, total: number) => `${n} of ${total}`,
  next: 'Next example',
  previous: 'Previous example',
  random: 'Any example',
  wording: 'Wording',
  ownWording: 'Your own words',
  instruction: 'Instruction',
  input: 'Input',
  instructionHint: 'What should the model do?',
  inputHint: 'The text to do it with',
  ask: 'Ask both',
  askBase: 'Ask the base',
  asking: 'Asking…',
  temperature: 'Temperature',
  seed: 'Seed',
  greedy: '0 always takes the likeliest token.',
  base: 'Base',
  baseHelp: 'as pre-trained',
  tuned: 'Tuned',
  tunedHelp: 'after your training',
  expected: 'Expected',
  trainedBy: (run: string, step: number) => `${run}, after ${counted(step, 'step')}`,
  prompt: 'The prompt',
  promptRead: 'The prompt as the model read it',
  inputCut: (n: number) =>
    `The question is longer than the model reads: the beginning of the input (${counted(n, 'token')}) was left out.`,
  instructionCut: (n: number) =>
    `The instruction is longer than the model reads: its end (${counted(n, 'token')}) was left out.`,
  right: 'Right',
  wrong: 'Wrong',
  partly: (metric: string, score: number) => `${metric} ${formatWhole(score)}`,
  stats: (tokens: number, ms: number) =>
    `${counted(tokens, 'token')} in ${ms < 100 ? `${formatWhole(ms)} ms` : `${formatTenths(ms / 1000)} s`}`,
  cutOff: 'cut off',
  empty: 'Ask, and the answer appears here.',
  untrained: 'Train first. Then compare the two answers here.',
  emptyAnswer: '(an empty answer)',
};
