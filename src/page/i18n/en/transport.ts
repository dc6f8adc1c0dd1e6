import { counted } from './counted.ts';
import {
  formatClock,
  formatMegabytes,
  formatPercent,
  formatShort,
  formatWhole,
} from '../format.ts';

/** Starting, pausing and stopping a run, and how far it is. */
export const transport = {
  label: 'Transport',
  train: 'Train',
  pause: 'Pause',
  resume: 'Resume',
  step: 'One step',
  stepHelp: 'One step: works while a run is paused',
  stop: 'Stop',
  stopHelp: 'Stop: works while a run is on',
  startFrom: 'Start from',
  base: 'base model',
  tuned: 'tuned model',
  status: {
    idle: 'Ready',
    waiting: 'Getting ready',
    preparing: 'Preparing',
    training: 'Training',
    evaluating: 'Scoring',
    paused: 'Paused',
    stopping: 'Stopping',
  },
  done: 'Done',
  endedEarly: 'Ended early',
  patience: 'No gain',
  patienceOf: (evaluations: number, patience: number) =>
    `${formatWhole(evaluations)} of ${formatWhole(patience)}`,
  patienceHelp: (evaluations: number, patience: number) =>
    `${counted(evaluations, 'evaluation')} without a gain; stops after ${formatWhole(patience)}`,
  progress: 'Training progress',
  percent: (share: number) => formatPercent(share),
  left: (ms: number) => (ms < 1500 ? 'almost done' : `${formatClock(ms)} left`),
  phaseOf: (done: number, total: number) => `${formatWhole(done)} of ${formatWhole(total)}`,
  steps: 'Step',
  stepOf: (step: number, n: number) => `${formatWhole(step)} / ${formatWhole(n)}`,
  speed: 'Tokens/s',
  elapsed: 'Elapsed',
  readings: 'Readings',
  readingsEvery: (ms: number) => `every ${formatShort(ms / 1000)} s`,
  learningRate: 'Learning rate',
  learningRateNow: (rate: string) => `now ${rate}`,
  badRate: (written: string) => ({
    message: `The learning rate is not a number to train with: “${written}”.`,
    hint: 'Write a number from 1e-6 to 1 into its field, such as 0.002.',
  }),
  nothingYet: '–',
  measuring: 'The Engine view is measuring',
  megabytes: (loaded: number, total: number) =>
    `${formatMegabytes(loaded)} of ${formatMegabytes(total)} MB`,
  loadingTasks: (done: number, total: number) => `Loading tasks, ${done} of ${total}`,
  announce: (status: string, percent: number) => `${status}, ${formatWhole(percent)}%`,
};
