import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { toyStep } from '../core/toyRun.ts';
import { engineInfo, modelInfo } from './fakeTrainer.ts';

/** The events of a run with one task, as a worker sends them. */
export const eventsOf = (runId: string, nSteps = 10) => ({
  started: {
    type: 'started',
    runId,
    engine: engineInfo,
    model: modelInfo,
    taskIds: ['a'],
    mixingRates: { a: 1 },
    nSteps,
  } satisfies TrainEvent,
  phase: (
    phase: 'preparing' | 'training' | 'evaluating' | 'paused',
    done = 0,
    total = 0,
  ): TrainEvent => ({ type: 'phase', runId, step: 0, phase, done, total }),
  step: (step: number, elapsedMs = 100 * step): TrainEvent =>
    toyStep(step, { a: { loss: 1, tokens: 3 } }, { runId, tokens: 10 * step, elapsedMs }),
  evaluated: (step: number): TrainEvent => ({
    type: 'evaluated',
    runId,
    step,
    split: 'validation',
    results: [],
    answers: [],
    elapsedMs: 20_000,
  }),
  finished: (
    step: number,
    reason: 'completed' | 'stopped' | 'early' = 'completed',
  ): TrainEvent => ({
    type: 'finished',
    runId,
    step,
    tokens: 10 * step,
    elapsedMs: 100 * step,
    reason,
  }),
});
