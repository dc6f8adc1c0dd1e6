import { counted } from './counted.ts';

/** What a visitor is told in passing. */
export const notices = {
  label: 'Messages',
  dismiss: 'Dismiss',
  added: (name: string) => `Added the channel “${name}”.`,
  addedSize: (n: number, licence: string) =>
    `${counted(n, 'training example')}, licence: ${licence}.`,
  fromNextRun: 'It plays from the next run on.',
  keepsVersion: 'The run on its way keeps the version that it started with.',
  finished: (name: string) => `${name} has finished.`,
  stopped: (name: string) => `${name} was stopped.`,
  tryNow: 'Ask the tuned model something in Try it.',
};
