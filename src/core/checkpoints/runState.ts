import type { StreamState } from '../batch/streamState.ts';
import type { ChannelLevel } from '../protocol/index.ts';
import type { Watched } from '../runs/watchGains.ts';
import type { MixState } from '../sampling/mix.ts';
import type { Settings } from '../settings/table.ts';

/**
 * Where a run stands between two steps, beside its weights and their moments. With its plan, its model and its tasks
 * it decides all that comes.
 */
export interface RunState {
  /** Steps taken. */
  readonly step: number;
  /** Those of the plan, the live ones as they are now. */
  readonly settings: Settings;
  /** The faders as they stand now, in the order of the tasks. */
  readonly channels: readonly ChannelLevel[];
  /** Moves of the plan's schedule that are still to come. */
  readonly movesLeft: number;
  readonly stream: StreamState;
  readonly mix: MixState;
  /** Factor of the loss before its gradients, in half precision. */
  readonly lossScale: number;
  /** Steps taken by the last evaluation; null before the first. */
  readonly evaluatedAt: number | null;
  /** What early stopping has seen; null before the first evaluation. */
  readonly watched: Watched | null;
  /** Time of the run so far: pauses, and what lay between two sittings, do not count. */
  readonly elapsedMs: number;
}
