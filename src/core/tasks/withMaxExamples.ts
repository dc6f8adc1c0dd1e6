import type { Task } from './task.ts';

/** The task with at most its first `most` training examples; itself where it has no more, or where none is said. */
export function withMaxExamples<T extends Pick<Task, 'splits'>>(task: T, most?: number): T {
  const { train } = task.splits;
  if (most === undefined || train.length <= most) return task;
  return { ...task, splits: { ...task.splits, train: train.slice(0, most) } };
}
