import type { NewCheckpoint } from '../../../src/core/checkpoints/checkpoint.ts';
import type { TrainEvent } from '../../../src/core/protocol/index.ts';
import { toyRun, toyStep } from '../toyRun.ts';

const nothingSeen = { step: 0, nSteps: 9, drawnByTask: [4, 3], lossByTask: [null, 1.5] };

/** A run at this step; its numbers tell the step, and its words hold what is easily lost: −0, the smallest, one third. */
export function toyCheckpoint(step: number, runId = 'r1'): NewCheckpoint {
  const words = (first: number) => Float32Array.of(first, step, -0, 1e-45, 1 / 3);
  const events: TrainEvent[] = [
    { ...toyStep(step), runId },
    { type: 'phase', runId, step, phase: 'training', done: step, total: 9 },
  ];
  return {
    run: toyRun(runId),
    app: '0.1.0',
    engine: { backend: 'wasm', adapter: 'WASM', isSoftware: false, precision: 'fp32', notes: [] },
    savedAt: '2026-11-29T10:00:00.000Z',
    state: {
      step,
      settings: { ...toyRun(runId).plan.settings, learningRate: 0.002 },
      channels: toyRun(runId).plan.channels,
      movesLeft: 1,
      stream: {
        drawn: 7,
        drawnByTask: [4, 3],
        waiting: [{ taskIndex: 1, wordingIndex: 0, instanceIndex: 2, order: 2 }],
        rows: 2 * step,
        texts: 0,
      },
      mix: { seen: nothingSeen, window: [{ loss: 0.1, tokens: 3 }] },
      lossScale: 1,
      evaluatedAt: null,
      watched: null,
      elapsedMs: 1234.5,
    },
    blocks: [
      { name: 'params', words: words(1) },
      { name: 'mean', words: words(2) },
      { name: 'square', words: words(3) },
    ],
    events,
  };
}
