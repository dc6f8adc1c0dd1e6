import { lookUp } from '../lookUp.ts';
import type { RunEvaluation } from '../runs/record.ts';

/** What a validation gave. */
export interface ScorePoint {
  readonly step: number;
  /** 0–100. */
  readonly score: number;
}

/** Validation scores of a run by task id, in order of steps. */
export type ScoresOverTime = Readonly<Record<string, readonly ScorePoint[]>>;

export function scoresOverTime(evaluations: readonly RunEvaluation[]): ScoresOverTime {
  const points = new Map<string, ScorePoint[]>();
  for (const { split, step, results } of evaluations) {
    if (split !== 'validation') continue;
    for (const { taskId, score } of results) {
      if (score === null) continue;
      const own = points.get(taskId) ?? [];
      own.push({ step, score });
      points.set(taskId, own);
    }
  }
  return Object.fromEntries(points);
}

/** Mean scores of several tasks, each step over those that were scored then. */
export function meanScores(
  scores: ScoresOverTime,
  taskIds: readonly string[],
): readonly ScorePoint[] {
  const byStep = new Map<number, { sum: number; count: number }>();
  for (const id of taskIds) {
    for (const { step, score } of lookUp(scores, id) ?? []) {
      const { sum, count } = byStep.get(step) ?? { sum: 0, count: 0 };
      byStep.set(step, { sum: sum + score, count: count + 1 });
    }
  }
  return [...byStep]
    .sort(([a], [b]) => a - b)
    .map(([step, { sum, count }]) => ({ step, score: sum / count }));
}
