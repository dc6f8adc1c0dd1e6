import { lookUp } from '../lookUp.ts';
import type { Interval } from '../statistics/bootstrap.ts';
import { mean } from '../statistics/mean.ts';
import { meanInterval } from '../statistics/meanInterval.ts';
import { trainLoss } from './curves/trainLoss.ts';
import { latestSmoothed } from './curves/latestSmoothed.ts';
import type { RunColumns } from './curves/runColumns.ts';

/** What a strip shows of its task. */
export interface TaskReading {
  /** Training loss, smoothed as the curve is whose end it is. */
  readonly loss: number | null;
  /** Latest validation score, 0–100, and the one before the first step. */
  readonly score: number | null;
  readonly baseScore: number | null;
  /** 95 %, of the latest score. */
  readonly interval: Interval | null;
}

/** Readings by task id; `smoothing` is the weight of the curves, 0 to below 1. */
export function taskReadings(
  columns: RunColumns,
  smoothing: number,
): Readonly<Record<string, TaskReading>> {
  const readings = columns.taskIds.map((id, index): [string, TaskReading] => {
    const { validations } = columns;
    const scores = validations.column('score', index);
    const last = scores.findLastIndex((score) => !Number.isNaN(score));
    const at = (column: string): number => validations.column(column, index)[last]!;
    const low = last < 0 ? NaN : at('scoreLow');
    const reading = {
      loss: latestSmoothed(columns, trainLoss, [id], smoothing),
      score: last < 0 ? null : scores[last]!,
      baseScore: scores.find((score) => !Number.isNaN(score)) ?? null,
      interval: Number.isNaN(low) ? null : { mean: scores[last]!, low, high: at('scoreHigh') },
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

/** The run that readings are of. */
export interface ReadingsOf {
  readonly columns: RunColumns;
  readonly smoothing: number;
  readonly readings: Readonly<Record<string, TaskReading>>;
  readonly trained: ReadonlySet<string>;
}

export function busReading(
  { columns, smoothing, readings, trained }: ReadingsOf,
  ids: readonly string[],
): BusReading {
  const playing = ids.filter((id) => trained.has(id));
  const shown = playing.length > 0 ? playing : ids;
  const own = shown.flatMap((id) => lookUp(readings, id) ?? []);
  return {
    loss: latestSmoothed(columns, trainLoss, shown, smoothing),
    ...meanReading(own),
    isOfTrained: shown.length < ids.length,
  };
}

/** The mean score of several tasks, each with the same weight, and how sure it is. */
export function meanReading(own: readonly TaskReading[]): Omit<TaskReading, 'loss'> {
  const intervals = own.flatMap(({ interval }) => interval ?? []);
  return {
    score: meanOf(own.flatMap(({ score }) => score ?? [])),
    baseScore: meanOf(own.flatMap(({ baseScore }) => baseScore ?? [])),
    interval: intervals.length > 0 ? meanInterval(intervals) : null,
  };
}

const meanOf = (values: readonly number[]): number | null =>
  values.length > 0 ? mean(values) : null;
