import type { RunId, TrainEvent } from '../../core/protocol/index.ts';
import type { NewRun } from '../../core/runs/record.ts';
import type { RunStore } from '../../core/runs/runStore.ts';

/** How long what a run says may lie in memory alone, ms. */
const restMs = 1000;
/** Until it is tried again where it could not be written. */
const retryMs = 10_000;

/** After these a tab may be closed in good faith. */
const isEnd = ({ type }: TrainEvent): boolean => type === 'finished' || type === 'failed';

interface Unwritten {
  /** Not in the store yet. */
  run: NewRun | null;
  events: TrainEvent[];
}

/**
 * Writes runs down while they go on. Where that fails nothing is lost: what could not be written stays in memory and is tried
 * again, and `onTrouble` is told once until it has worked again.
 */
export class RunKeeper {
  readonly #store: RunStore;
  readonly #onTrouble: (cause: unknown) => void;
  readonly #unwritten = new Map<RunId, Unwritten>();
  #timer: ReturnType<typeof setTimeout> | null = null;
  #writing: Promise<void> | null = null;
  #isInTrouble = false;

  constructor(store: RunStore, onTrouble: (cause: unknown) => void) {
    this.#store = store;
    this.#onTrouble = onTrouble;
  }

  /** Whether all that is known of these runs is written, or will be within a second. */
  isKept(runIds: readonly RunId[]): boolean {
    return !this.#isInTrouble || !runIds.some((runId) => this.#unwritten.has(runId));
  }

  create(run: NewRun): void {
    this.#unwritten.set(run.runId, { run, events: [] });
    this.#soon(0);
  }

  append(runId: RunId, events: readonly TrainEvent[]): void {
    const waiting = this.#unwritten.get(runId);
    if (waiting) waiting.events.push(...events);
    else this.#unwritten.set(runId, { run: null, events: [...events] });
    if (!this.#isInTrouble && events.some(isEnd)) void this.flush();
    else this.#soon(this.#isInTrouble ? retryMs : restMs);
  }

  /** Writes what waits; resolves when that was tried. */
  async flush(): Promise<void> {
    this.#wait();
    await this.#writing;
    this.#writing = this.#writeAll();
    await this.#writing;
  }

  #soon(ms: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), ms);
  }

  #wait(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #writeAll(): Promise<void> {
    try {
      for (const runId of [...this.#unwritten.keys()]) await this.#write(runId);
      this.#isInTrouble = false;
    } catch (cause) {
      if (!this.#isInTrouble) this.#onTrouble(cause);
      this.#isInTrouble = true;
      this.#soon(retryMs);
    }
  }

  /** What comes meanwhile stays for the next time. */
  async #write(runId: RunId): Promise<void> {
    const waiting = this.#unwritten.get(runId)!;
    if (waiting.run) {
      await this.#store.create(waiting.run);
      waiting.run = null;
    }
    const events = waiting.events.slice();
    if (events.length > 0) await this.#store.append(runId, events);
    waiting.events.splice(0, events.length);
    if (waiting.events.length === 0) this.#unwritten.delete(runId);
  }
}
