import { levers } from './levers.ts';

/** The panel of settings. */
export const settings = {
  title: 'Settings',
  intro:
    'For the next run. A running one keeps what it started with, except the learning rate, which follows.',
  reset: (label: string) => `Reset ${label} to its default`,
  resetAll: 'Reset all to defaults',
  range: (min: string, max: string) => `${min} to ${max}`,
  outOfRange: (min: string, max: string, isInteger: boolean) =>
    `${isInteger ? 'A whole number' : 'A number'} from ${min} to ${max}.`,
  close: 'Close',
  /** Stands in a field that is left empty. */
  auto: 'by itself',
  ...levers,
};
