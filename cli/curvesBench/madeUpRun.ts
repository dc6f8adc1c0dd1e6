import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { randomStream } from '../../src/core/random.ts';

/** A run that never was: so many tasks, each with a loss that falls and jumps as real ones do. */
export interface MadeUpRun {
  readonly runId: string;
  readonly taskIds: readonly string[];
  /** Steps between two evaluations. */
  readonly evalEvery: number;
  readonly seed: number;
}

const tokensAStep = 4096;
const msAStep = 90;

/** What a worker would have said of the steps from `from` to `to`, both included; 0 is before the first. */
export function madeUpEvents(run: MadeUpRun, from: number, to: number): TrainEvent[] {
  const events: TrainEvent[] = [];
  for (let step = from; step <= to; step++) {
    if (step > 0) events.push(stepEvent(run, step));
    if (step % run.evalEvery === 0) events.push(evaluated(run, step));
  }
  return events;
}

/** How far a task has come, 0–1: some learn early, some late. */
const learned = (taskIndex: number, step: number): number =>
  1 - Math.exp(-step / (40 + 25 * (taskIndex % 7)));

function stepEvent({ runId, taskIds, seed }: MadeUpRun, step: number): TrainEvent {
  const random = randomStream(seed, 'step', step);
  const lossByTask = taskIds.map((id, i) => {
    const loss = (3.2 - 2.9 * learned(i, step)) * (0.6 + 0.8 * random.next());
    return [id, { loss, tokens: 20, examples: 4, allTokens: 160 }] as const;
  });
  return {
    type: 'step',
    runId,
    step,
    tokens: step * tokensAStep,
    loss: 1,
    lossByTask: Object.fromEntries(lossByTask),
    learningRate: 0.001,
    gradNorm: 1,
    tokensPerSecond: 40_000,
    elapsedMs: step * msAStep,
  };
}

function evaluated({ runId, taskIds, seed }: MadeUpRun, step: number): TrainEvent {
  const random = randomStream(seed, 'evaluation', step);
  const results = taskIds.map((taskId, i) => {
    const base = 10 + 5 * (i % 5);
    const score = base + (88 - base) * learned(i, step) + 8 * (random.next() - 0.5);
    const loss = 3.2 - 2.8 * learned(i, step);
    return { taskId, loss, metric: 'exactMatch', score, instances: 40 };
  });
  return {
    type: 'evaluated',
    runId,
    step,
    split: 'validation',
    results,
    answers: [],
    elapsedMs: 1,
  };
}
