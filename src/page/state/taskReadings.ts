import { mean } from '../../core/analysis/mean.ts';
import { smooth } from '../../core/analysis/smoothing.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { RunRecord } from '../../core/runs/runRecord.ts';

/** What a strip shows of its task. */
export interface TaskReading {
  /** Training loss, smoothed over the last steps that had the task. */
  readonly loss: number | null;
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
  const readings = record.taskIds.map((id): [string, TaskReading] => {
    const losses = recent.flatMap(({ lossByTask }) => lookUp(lossByTask, id)?.loss ?? []);
    const scores = record.evaluations.flatMap(({ split, results }) => {
      const score = results.find(({ taskId }) => taskId === id)?.score ?? null;
      return split === 'validation' && score !== null ? [score] : [];
    });
    const reading = {
      loss: smooth(losses, weight).at(-1) ?? null,
      score: scores.at(-1) ?? null,
      baseScore: scores.length > 1 ? (scores[0] ?? null) : null,
    };
    return [id, reading];
  });
  return Object.fromEntries(readings);
}

/** What a bus shows: the means of those of its tasks that have a value. */
export interface BusReading extends TaskReading {
  /** Some of the tasks are only scored in this run, and left out: new tasks aren't averaged with trained ones. */
  readonly isOfTrained: boolean;
}

export function busReading(
  readings: Readonly<Record<string, TaskReading>>,
  trained: ReadonlySet<string>,
  ids: readonly string[],
): BusReading {
  const playing = ids.filter((id) => trained.has(id));
  const shown = playing.length > 0 ? playing : ids;
  const meanOf = (key: keyof TaskReading): number | null => {
    const values = shown.flatMap((id) => lookUp(readings, id)?.[key] ?? []);
    return values.length > 0 ? mean(values) : null;
  };
  return {
    loss: meanOf('loss'),
    score: meanOf('score'),
    baseScore: meanOf('baseScore'),
    isOfTrained: shown.length < ids.length,
  };
}
