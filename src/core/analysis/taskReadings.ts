import { lookUp } from '../lookUp.ts';
import type { RunColumns } from './curves/runColumns.ts';
import { mean } from '../statistics/mean.ts';
import { smooth } from './smoothing.ts';

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
export function taskReadings({
  taskIds,
  steps,
  validations,
}: RunColumns): Readonly<Record<string, TaskReading>> {
  const readings = taskIds.map((id, index): [string, TaskReading] => {
    const losses = present(steps.column('loss', index).subarray(-lookBack));
    const scores = present(validations.column('score', index));
    const reading = {
      loss: smooth(losses, weight).at(-1) ?? null,
      score: scores.at(-1) ?? null,
      baseScore: scores.length > 1 ? scores[0]! : null,
    };
    return [id, reading];
  });
  return Object.fromEntries(readings);
}

const present = (values: Float64Array): Float64Array =>
  values.filter((value) => !Number.isNaN(value));

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
