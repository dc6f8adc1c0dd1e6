import type { TrainEvent } from '../../src/core/protocol/index.ts';

/** Collects events and sends them in groups, at most five messages a second. */
export interface Outbox {
  push(event: TrainEvent): void;
  /** Settles when everything has been sent. */
  drain(): Promise<void>;
}

const intervalMs = 200;

export function createOutbox(send: (events: readonly TrainEvent[]) => void): Outbox {
  let events: TrainEvent[] = [];
  let lastSent = -Infinity;
  let flushing: Promise<void> | undefined;
  const flush = (): void => {
    const group = events;
    events = [];
    flushing = undefined;
    lastSent = performance.now();
    send(group);
  };
  return {
    push(event) {
      events.push(event);
      const wait = Math.max(0, lastSent + intervalMs - performance.now());
      flushing ??= new Promise((resolve) => {
        setTimeout(() => {
          flush();
          resolve();
        }, wait);
      });
    },
    drain: async () => flushing,
  };
}
