import { AppError } from '../errors.ts';
import type { Metric } from '../metrics/metric.ts';
import { metrics } from '../metrics/index.ts';
import type { Task } from './task.ts';

/**
 * The task scored by the metric of this name; itself where none is said.
 * @throws AppError 'bad-setting' where the list has none of this name.
 */
export function scoredBy<T extends Pick<Task, 'id' | 'metric'>>(
  task: T,
  metric: string | undefined,
  list: readonly Metric[] = metrics,
): T {
  if (metric === undefined || metric === task.metric) return task;
  const known = list.map(({ name }) => name);
  if (known.includes(metric)) return { ...task, metric };
  const setting = `metric of ${task.id}`;
  throw new AppError('bad-setting', 'unknownChoice', { setting, got: metric, known });
}
