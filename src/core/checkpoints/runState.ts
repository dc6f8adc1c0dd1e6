import type { StreamState } from '../batch/streamState.ts';
import type { ChannelLevel, LiveSettings } from '../protocol/index.ts';
import type { MixState } from '../sampling/mix.ts';

/**
 * Where a run stands between two steps, beside its weights and their moments. With its plan, its model and its tasks
 * it decides all that comes.
 */
export interface RunState {
  /** Steps taken. */
  readonly step: number;
  /** The live settings as they are now. */
  readonly live: LiveSettings;
  /** The faders as they stand now, in the order of the tasks. */
  readonly channels: readonly ChannelLevel[];
  /** Moves of the plan's schedule that have been made. */
  readonly movesMade: number;
  readonly stream: StreamState;
  readonly mix: MixState;
  /** Factor of the loss before its gradients, in half precision. */
  readonly lossScale: number;
  /** Steps taken by the last evaluation; null before the first. */
  readonly evaluatedAt: number | null;
  /** Time of the run so far: pauses, and what lay between two sittings, do not count. */
  readonly elapsedMs: number;
}
