import type { Desk } from './desk.svelte.ts';
import type { Runs } from './runs.svelte.ts';
import type { Trainer } from './trainer.svelte.ts';

interface Work {
  readonly desk: Pick<Desk, 'channels'>;
  readonly runs: Pick<Runs, 'records'>;
  readonly trainer: Pick<Trainer, 'isBusy' | 'hasTuned'>;
}

/** Whether leaving the page would lose something: a run, tuned weights or own data. Faders and settings are kept. */
export const hasUnsavedWork = ({ desk, runs, trainer }: Work): boolean =>
  trainer.isBusy ||
  trainer.hasTuned ||
  runs.records.length > 0 ||
  desk.channels.some(({ isOwn }) => isOwn);
