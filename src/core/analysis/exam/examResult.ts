import type { Interval } from '../../statistics/bootstrap.ts';
import { mean } from '../../statistics/mean.ts';
import { tInterval } from '../../statistics/tInterval.ts';
import { scoreInterval } from '../scoreInterval.ts';

/** One question of an exam, marked: scores 0–100, null for a model that did not answer. */
export interface ExamMark {
  readonly taskId: string;
  readonly base: number | null;
  readonly tuned: number | null;
}

export interface ExamResult {
  /** Mean score over the questions, 0–100, with its 95 % interval. */
  readonly base: Interval | null;
  readonly tuned: Interval | null;
  /** Tuned minus base on the same questions, with its 95 % interval; null unless both answered two or more. */
  readonly gain: Interval | null;
  /** Where the model asked last scored least and most, if those differ; of the tuned model where there is one. */
  readonly weakest: TaskMean | null;
  readonly strongest: TaskMean | null;
}

export interface TaskMean {
  readonly taskId: string;
  readonly score: number;
}

/** What the marks so far say. */
export function examResult(marks: readonly ExamMark[]): ExamResult {
  const base = marks.flatMap((mark) => mark.base ?? []);
  const tuned = marks.flatMap((mark) => mark.tuned ?? []);
  const gains = marks.flatMap((mark) =>
    mark.base === null || mark.tuned === null ? [] : [mark.tuned - mark.base],
  );
  const byTask = taskMeans(marks, tuned.length > 0 ? 'tuned' : 'base');
  const [weakest = null, strongest = null] = [byTask[0], byTask.at(-1)];
  const isEven = weakest?.score === strongest?.score;
  return {
    base: scoreInterval(base),
    tuned: scoreInterval(tuned),
    gain: gains.length > 1 ? tInterval(gains) : null,
    weakest: isEven ? null : weakest,
    strongest: isEven ? null : strongest,
  };
}

/** Mean score of each task, least first. */
function taskMeans(marks: readonly ExamMark[], weights: 'base' | 'tuned'): TaskMean[] {
  const scores = new Map<string, number[]>();
  for (const mark of marks) {
    const score = mark[weights];
    if (score !== null) scores.set(mark.taskId, [...(scores.get(mark.taskId) ?? []), score]);
  }
  return [...scores]
    .map(([taskId, own]) => ({ taskId, score: mean(own) }))
    .sort((a, b) => a.score - b.score);
}
