import { expect, test } from 'vitest';
import { endLine } from '../../cli/train/endLine.ts';
import { evaluationLine } from '../../cli/train/tellProgress.ts';
import type { TaskEvaluation, TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import { toyOrder, toyRun, toyStep } from '../core/toyRun.ts';

const result = (taskId: string, score: number, loss: number): TaskEvaluation => ({
  taskId,
  loss,
  metric: 'accuracy',
  score,
  instances: 10,
});

const evaluated = (step: number, bestStep: number, withoutGain: number) =>
  ({
    type: 'evaluated',
    runId: 'r',
    step,
    split: 'validation',
    standing: { bestStep, withoutGain },
    results: [result('a', 87.25, 0.3117), result('b', 5, 4)],
    answers: [],
    elapsedMs: 1,
  }) as const satisfies TrainEvent;

const order = { settings: { ...toyOrder.settings, patience: 5 } };

test('an evaluation is one line, over the trained tasks, with the countdown where there is one', () => {
  const scored = 'step 40: mean score 87.3, validation loss 0.312';
  const { plan } = toyRun('r', order);
  expect(evaluationLine(evaluated(40, 20, 2), plan)).toBe(
    `${scored}; 2 evaluations without a gain; stops after 5`,
  );
  expect(evaluationLine(evaluated(40, 20, 2), toyRun('r').plan)).toBe(scored);
});

test('the last line says how the run ended and which evaluation was best', () => {
  const record = applyEvents(createRunRecord(toyRun('r', order)), [
    evaluated(0, 0, 0),
    toyStep(20),
    evaluated(20, 20, 0),
    toyStep(40),
    evaluated(40, 20, 1),
    { type: 'finished', runId: 'r', step: 40, tokens: 4000, elapsedMs: 9, reason: 'early' },
  ]);
  expect(endLine(record, 'run.json')).toBe(
    'ended early, best at step 20 (evaluation 2 of 3): run.json',
  );
  expect(endLine(createRunRecord(toyRun('r')), 'run.json')).toBe('failed: run.json');
});
