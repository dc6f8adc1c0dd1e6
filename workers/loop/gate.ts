/** What the hand on the transport may do to a run between two steps. */
export interface Gate {
  readonly isPaused: boolean;
  readonly isStopped: boolean;
  pause(): void;
  resume(): void;
  /** While paused: lets one step through. */
  allowStep(): void;
  stop(): void;
  /** Settles when the next step may run, or when the run is stopped. */
  pass(): Promise<void>;
}

export function createGate(): Gate {
  let isPaused = false;
  let isStopped = false;
  let allowed = 0;
  let wake: (() => void) | undefined;
  const isOpen = (): boolean => isStopped || !isPaused || allowed > 0;
  const change = (apply: () => void) => (): void => {
    apply();
    if (isOpen()) wake?.();
  };
  return {
    get isPaused() {
      return isPaused;
    },
    get isStopped() {
      return isStopped;
    },
    pause: change(() => (isPaused = true)),
    resume: change(() => {
      isPaused = false;
      allowed = 0;
    }),
    allowStep: change(() => (allowed += isPaused ? 1 : 0)),
    stop: change(() => (isStopped = true)),
    async pass() {
      while (!isOpen()) await new Promise<void>((resolve) => (wake = resolve));
      allowed = Math.max(0, allowed - 1);
    },
  };
}
