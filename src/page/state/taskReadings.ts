import { smooth } from '../../core/analysis/smoothing.ts';
import type { RunRecord } from '../../core/runs/runRecord.ts';

/** What a strip shows of its task: now, and where it started. */
export interface TaskReading {
  /** Training loss, smoothed over the last steps that had the task. */
  readonly loss: number | null;
  readonly startLoss: number | null;
  /** Latest validation score, 0–100, and the one before the first step. */
  readonly score: number | null;
  readonly baseScore: number | null;
}

/** Steps that the shown loss looks back over. */
const lookBack = 24;
const weight = 0.8;

/** Readings by task id. */
export function taskReadings(record: RunRecord): Record<string, TaskReading> {
  const recent = record.steps.slice(-lookBack);
  const readings: Record<string, TaskReading> = {};
  for (const id of record.taskIds) {
    const losses = recent.flatMap(({ lossByTask }) => lossByTask[id]?.loss ?? []);
    const scores = record.evaluations.flatMap(({ split, results }) => {
      const score = results.find(({ taskId }) => taskId === id)?.score ?? null;
      return split === 'validation' && score !== null ? [score] : [];
    });
    readings[id] = {
      loss: smooth(losses, weight).at(-1) ?? null,
      startLoss: firstLoss(record, id),
      score: scores.at(-1) ?? null,
      baseScore: scores.length > 1 ? (scores[0] ?? null) : null,
    };
  }
  return readings;
}

/** The first training loss of a task; it may come in late, when its channel was opened mid-run. */
function firstLoss(record: RunRecord, id: string): number | null {
  const first = record.steps.find(({ lossByTask }) => lossByTask[id] !== undefined);
  return first?.lossByTask[id]?.loss ?? null;
}
