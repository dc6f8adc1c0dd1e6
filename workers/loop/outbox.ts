import type { TrainEvent } from '../../src/core/protocol/index.ts';

/** Collects events and sends them in groups, at most five messages a second. */
export interface Outbox {
  push(event: TrainEvent): void;
  /** Settles when everything has been sent and received. */
  drain(): Promise<void>;
}

const intervalMs = 200;

/** @param send settles when the other side has the events; it must not fail. */
export function createOutbox(send: (events: readonly TrainEvent[]) => Promise<void>): Outbox {
  let events: TrainEvent[] = [];
  let lastSent = -Infinity;
  let sending = Promise.resolve();
  let flushing: Promise<void> | undefined;
  const flush = (): Promise<void> => {
    const group = events;
    events = [];
    flushing = undefined;
    lastSent = performance.now();
    const received = send(group);
    sending = sending.then(() => received);
    return sending;
  };
  return {
    push(event) {
      events.push(event);
      const wait = Math.max(0, lastSent + intervalMs - performance.now());
      flushing ??= new Promise((resolve) => {
        setTimeout(() => resolve(flush()), wait);
      });
    },
    async drain() {
      await flushing;
      await sending;
    },
  };
}
