import { counted } from './counted.ts';

/** What a visitor is told in passing. */
export const notices = {
  label: 'Messages',
  dismiss: 'Dismiss',
  added: (name: string) => `Added the channel “${name}”.`,
  addedSize: (n: number, licence: string) =>
    `${counted(n, 'training example')}, licence: ${licence}.`,
  excluded: (n: number) =>
    `${counted(n, 'task')} left out, as the list of excluded tasks beside them says.`,
  fromNextRun: 'It plays from the next run on.',
  keepsVersion: 'The run on its way keeps the version that it started with.',
  finished: (name: string) => `${name} has finished.`,
  stopped: (name: string) => `${name} was stopped.`,
  endedEarly: (name: string, patience: number) =>
    `${name} ended early: ${counted(patience, 'evaluation')} without a gain.`,
  notAllowed: 'The browser does not let this page notify you.',
  notAllowedHelp: 'Allow it in the settings of this site, beside the address.',
  tryNow: 'Ask the tuned model something in Try it.',
};
