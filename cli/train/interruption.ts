import process from 'node:process';

/** Ctrl-C as a value: the first one asks for a clean stop, the second ends the program at once. */
export interface Interruption {
  readonly hasHappened: boolean;
  /** What to do at the first Ctrl-C, besides. */
  onStop(action: () => void): void;
  /** The value, or null as soon as Ctrl-C comes. */
  orStop<T>(work: Promise<T>): Promise<T | null>;
}

export function createInterruption(): Interruption {
  let hasHappened = false;
  const actions: (() => void)[] = [];
  const happened = new Promise<null>((resolve) => actions.push(() => resolve(null)));
  const interrupt = (): void => {
    if (hasHappened) process.exit(130);
    hasHappened = true;
    actions.forEach((action) => action());
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    get hasHappened() {
      return hasHappened;
    },
    onStop: (action) => void actions.push(action),
    orStop: (work) => Promise.race([work, happened]),
  };
}
