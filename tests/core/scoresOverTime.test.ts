import { expect, test } from 'vitest';
import { meanScores, scoresOverTime } from '../../src/core/analysis/scoresOverTime.ts';
import type { RunEvaluation } from '../../src/core/runs/record.ts';

const evaluation = (
  step: number,
  scores: Readonly<Record<string, number | null>>,
  split: 'validation' | 'test' = 'validation',
): RunEvaluation => ({
  step,
  split,
  answers: [],
  elapsedMs: 1,
  results: Object.entries(scores).map(([taskId, score]) => ({
    taskId,
    score,
    loss: 1,
    metric: 'exactMatch',
    instances: 8,
  })),
});

test('validation scores by task, those that were not made left out', () => {
  const scores = scoresOverTime([
    evaluation(0, { a: 10, b: null }),
    evaluation(5, { a: 30, b: 50 }),
    evaluation(5, { a: 99 }, 'test'),
  ]);
  expect(scores).toEqual({
    a: [
      { step: 0, score: 10 },
      { step: 5, score: 30 },
    ],
    b: [{ step: 5, score: 50 }],
  });
  expect(meanScores(scores, ['a', 'b', 'unknown'])).toEqual([
    { step: 0, score: 10 },
    { step: 5, score: 40 },
  ]);
});
