import { appVersion } from '../../src/core/appVersion.ts';
import {
  bytesOf,
  type CheckpointHead,
  type NewCheckpoint,
} from '../../src/core/checkpoints/checkpoint.ts';
import type { CheckpointStore } from '../../src/core/checkpoints/checkpointStore.ts';
import { toErrorInfo } from '../../src/core/errors.ts';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { createSignal } from '../thread/signal.ts';

/** What a run is at one moment. */
export type Moment = Pick<NewCheckpoint, 'state' | 'blocks' | 'events'>;

/** Keeps a run while it goes on. */
export interface Keeper {
  /** Notes what has happened for the next checkpoint. */
  note(event: TrainEvent): void;
  /** What the last checkpoint does not have yet. */
  pending(): readonly TrainEvent[];
  /** Whether one is due: enough time has gone by, or one was asked for. */
  readonly isDue: boolean;
  /** Wants one as soon as a step is over; settles when that was tried. */
  ask(): Promise<void>;
  /** Settles when one is asked for. */
  asked(): Promise<void>;
  /** Rejects only where the capture does: a run that can't be written down goes on, and says so. */
  take(capture: () => Promise<Moment>): Promise<void>;
  /** The run is over: nobody waits any more. */
  close(): void;
}

export interface KeeperOptions extends Pick<NewCheckpoint, 'run' | 'engine'> {
  readonly store: CheckpointStore;
  /** At least so far apart, ms. */
  readonly everyMs: number;
  /** What has happened to the run before its training; of one that goes on, nothing. */
  readonly log: readonly TrainEvent[];
  /** Of the checkpoint that it goes on from. */
  readonly from: CheckpointHead | null;
  readonly say: (event: TrainEvent) => void;
}

/** Whatever a checkpoint costs, the run is left alone for so many times as long: it takes at most a hundredth of the time. */
const rest = 100;

export function createKeeper({ store, everyMs, log, say, ...options }: KeeperOptions): Keeper {
  const { run, engine } = options;
  let head = options.from;
  const noted = [...log];
  let dueAt = performance.now() + everyMs;
  let asked = createSignal();
  let tried = createSignal();
  let isAsked = false;

  async function write({ state, blocks, events }: Moment, startedAt: number): Promise<void> {
    const { runId } = run;
    const { step } = state;
    try {
      const savedAt = new Date().toISOString();
      const own = { run, engine, app: appVersion, savedAt };
      head = await store.write({ ...own, state, blocks, events }, head);
      noted.splice(0, events.length);
      say({ type: 'kept', runId, step, bytes: bytesOf(head), ms: performance.now() - startedAt });
    } catch (error) {
      say({ type: 'notKept', runId, step, error: toErrorInfo(error) });
    }
  }

  return {
    note: (event) => void noted.push(event),
    pending: () => noted.slice(),
    get isDue() {
      return isAsked || performance.now() >= dueAt;
    },
    ask() {
      isAsked = true;
      asked.give();
      return tried.given;
    },
    asked: () => asked.given,
    async take(capture) {
      const startedAt = performance.now();
      const waiting = tried;
      isAsked = false;
      asked = createSignal();
      tried = createSignal();
      try {
        await write(await capture(), startedAt);
      } finally {
        const endedAt = performance.now();
        dueAt = endedAt + Math.max(everyMs, rest * (endedAt - startedAt));
        waiting.give();
      }
    },
    close: () => tried.give(),
  };
}
