import type { ResumableRun, RunId, TrainEvent } from '../../core/protocol/index.ts';

/** The runs that the worker keeps, each where it was last. */
export class Checkpoints {
  /** As they were found; those of this visit are added where they end. */
  runs = $state.raw<readonly ResumableRun[]>([]);
  /** Steps taken by the last checkpoint of the run of this visit. */
  #keptStep = $state.raw<{ readonly runId: RunId; readonly step: number } | null>(null);
  /** Why the run on its way is not kept; null while it is. */
  trouble = $state.raw<Extract<TrainEvent, { type: 'notKept' }>['error'] | null>(null);

  of(runId: RunId): ResumableRun | null {
    return this.runs.find((run) => run.runId === runId) ?? null;
  }

  /** Whether what this run has learnt by this step can be had again. */
  has(runId: RunId, step: number): boolean {
    return this.#keptStep?.runId === runId && this.#keptStep.step === step;
  }

  /** Reads off the events of a run how it is kept. */
  note(events: readonly TrainEvent[]): void {
    for (const event of events) {
      if (event.type === 'kept') {
        this.#keptStep = { runId: event.runId, step: event.step };
        this.trouble = null;
      }
      if (event.type === 'notKept') this.trouble = event.error;
    }
  }
}
