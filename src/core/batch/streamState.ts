import type { Draw, MixtureState } from '../sampling/draws.ts';

/**
 * Where a stream of batches stands: counters, and what has been drawn but lies in no row yet. With the
 * options of the stream it decides every batch that comes; encoded examples are made again from it.
 */
export interface StreamState extends Omit<MixtureState, 'seed'> {
  /** Oldest first. */
  readonly waiting: readonly Draw[];
  /** Rows filled and texts rehearsed so far. */
  readonly rows: number;
  readonly texts: number;
}
