import type { TrainEvent } from '../../core/protocol/index.ts';

/** Lets readings of a run wait for each other, so that many are drawn as one. Nothing is lost, nothing overtakes. */
export class EventHold {
  #held: TrainEvent[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** The run trains and scores by turns; nobody waits for it. */
  #isLive = false;
  readonly #pass: (events: readonly TrainEvent[]) => void;

  constructor(pass: (events: readonly TrainEvent[]) => void) {
    this.#pass = pass;
  }

  /** @param holdMs how long these may wait, where they are readings only; the longest that one ever waits */
  take(events: readonly TrainEvent[], holdMs: number): void {
    this.#held.push(...events);
    if (holdMs === 0 || !events.every((event) => this.#isReading(event))) return this.flush();
    this.#timer ??= setTimeout(() => this.flush(), holdMs);
  }

  /** Passes on what waits. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const events = this.#held;
    this.#held = [];
    if (events.length === 0) return;
    const last = events.findLast((event) => event.type === 'phase');
    if (last) this.#isLive = isLive(last);
    this.#pass(events);
  }

  /** While a run is paused every step was asked for by hand. */
  #isReading(event: TrainEvent): boolean {
    return this.#isLive && (event.type === 'step' || isLive(event));
  }
}

const isLive = (event: TrainEvent): boolean =>
  event.type === 'phase' && (event.phase === 'training' || event.phase === 'evaluating');
