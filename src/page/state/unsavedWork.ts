import type { Checkpoints } from './checkpoints.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import type { Engine } from './engine.svelte.ts';
import type { Runs } from './runs.svelte.ts';
import type { Transport } from './transport.svelte.ts';

interface Work {
  readonly desk: Pick<Desk, 'channels'>;
  readonly runs: Pick<Runs, 'areKept' | 'record'>;
  readonly checkpoints: Pick<Checkpoints, 'has'>;
  readonly engine: Pick<Engine, 'tunedBy'>;
  readonly transport: Pick<Transport, 'isBusy'>;
}

/** Whether leaving the page would lose something: a run on its way, or what the browser would not keep of runs, tuned weights and own data. Faders and settings are kept. */
export const hasUnsavedWork = ({ desk, runs, engine, transport, checkpoints }: Work): boolean =>
  transport.isBusy ||
  !isTunedKept({ runs, engine, checkpoints }) ||
  !runs.areKept ||
  desk.channels.some(({ isOwn, isKept }) => isOwn && !isKept);

/** Whether what the model has learnt can be had again; also where it has learnt nothing. */
export function isTunedKept({
  engine,
  runs,
  checkpoints,
}: Pick<Work, 'engine' | 'runs' | 'checkpoints'>): boolean {
  const { tunedBy } = engine;
  if (tunedBy === null) return true;
  return checkpoints.has(tunedBy, runs.record(tunedBy)?.steps.at(-1)?.step ?? 0);
}
