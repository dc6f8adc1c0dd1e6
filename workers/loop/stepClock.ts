/** How long a run and its steps take; pauses do not count. */
export interface StepClock {
  startStep(): void;
  endStep(): void;
  addPause(ms: number): void;
  /** Over the last ten steps; the first one, which compiles and warms up, only counts while alone. */
  stepsPerSecond(): number;
  elapsedMs(): number;
}

const window = 10;

/** @param before ms that the run has taken in earlier sittings */
export function createStepClock(before = 0): StepClock {
  const start = performance.now() - before;
  let paused = 0;
  let recent: number[] = [];
  let nSteps = 0;
  let started = 0;
  return {
    startStep() {
      started = performance.now();
    },
    endStep() {
      const ms = performance.now() - started;
      nSteps++;
      recent = nSteps === 2 ? [ms] : [...recent, ms].slice(-window);
    },
    addPause: (ms) => void (paused += ms),
    stepsPerSecond() {
      const total = recent.reduce((sum, ms) => sum + ms, 0);
      return total > 0 ? (1000 * recent.length) / total : 0;
    },
    elapsedMs: () => performance.now() - start - paused,
  };
}
