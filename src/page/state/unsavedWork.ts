import type { Desk } from './desk.svelte.ts';
import type { Engine } from './engine.svelte.ts';
import type { Runs } from './runs.svelte.ts';
import type { Transport } from './transport.svelte.ts';

interface Work {
  readonly desk: Pick<Desk, 'channels'>;
  readonly runs: Pick<Runs, 'areKept'>;
  readonly engine: Pick<Engine, 'hasTuned'>;
  readonly transport: Pick<Transport, 'isBusy'>;
}

/** Whether leaving the page would lose something: a run on its way, tuned weights, or what the browser would not keep of runs and own data. Faders and settings are kept. */
export const hasUnsavedWork = ({ desk, runs, engine, transport }: Work): boolean =>
  transport.isBusy ||
  engine.hasTuned ||
  !runs.areKept ||
  desk.channels.some(({ isOwn, isKept }) => isOwn && !isKept);
