import type { RunId, TrainEvent } from '../protocol/index.ts';
import type { RunHead } from './head.ts';
import type { NewRun, RunRecord } from './record.ts';

/**
 * Where runs are kept: each as its plan and the log of its events. Every method but `create` rejects with
 * a RangeError for a run that is not there.
 */
export interface RunStore {
  /** Oldest first. */
  heads(): Promise<readonly RunHead[]>;
  /** Rejects with a RangeError when a run of this id is there already. */
  create(run: NewRun): Promise<void>;
  append(runId: RunId, events: readonly TrainEvent[]): Promise<void>;
  /** Puts this log in the place of its own: it goes on from an earlier moment. */
  rewind(runId: RunId, events: readonly TrainEvent[]): Promise<void>;
  open(runId: RunId): Promise<RunRecord>;
  rename(runId: RunId, name: string): Promise<void>;
  /** All of them, or none. */
  remove(runIds: readonly RunId[]): Promise<void>;
}
