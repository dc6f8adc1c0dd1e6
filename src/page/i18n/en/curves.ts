import { formatWhole } from '../format.ts';
import { counted } from './counted.ts';

/** The curves of runs. */
export const curves = {
  title: 'Curves',
  kinds: { trainLoss: 'Training loss', validationLoss: 'Validation loss', score: 'Score' },
  axes: { trainLoss: 'loss, nats', validationLoss: 'loss, nats', score: 'score, 0–100' },
  x: { step: 'Step', tokens: 'Tokens' },
  xLabel: 'Across',
  scale: 'Scale',
  linear: 'Linear',
  log: 'Log',
  logNote: 'Values of 0 or less cannot be drawn on a log scale.',
  smoothing: 'Smoothing',
  legend: 'Tasks',
  legendHelp: 'Click: hide or show. Alt-click or double-click: show alone.',
  showAll: 'Show all',
  runs: 'Runs',
  runVisible: (name: string) => `Show ${name}`,
  empty: 'No curves yet',
  emptyHelp: 'Press Train. One curve per task appears here within seconds.',
  waiting: {
    trainLoss: 'The curves begin with the first step.',
    validationLoss: 'Waiting for the first scoring.',
    score: 'Waiting for the first scoring.',
  },
  figure: (kind: string) => `${kind} per task`,
  keys: 'Left and right arrow keys read values.',
  summary: (kind: string, run: string, step: number) =>
    `${kind} of ${run} at step ${formatWhole(step)}.`,
  summaryBest: (best: string, bestValue: string, worst: string, worstValue: string) =>
    `Best: ${best}, ${bestValue}. Worst: ${worst}, ${worstValue}.`,
  table: 'Values as a table',
  atStep: (step: number) => `Step ${formatWhole(step)}`,
  atTokens: (tokens: number) => counted(tokens, 'token'),
  moved: (name: string, from: string, to: string) => `${name} ${from} → ${to}`,
  readings: (at: string, values: readonly string[]) => [at, ...values].join(', '),
  moves: (moves: readonly string[]) => moves.join(', '),
  moreMoved: (n: number) => `${formatWhole(n)} more`,
  onlyScored: (cluster: string) => `${cluster}, not trained`,
};
