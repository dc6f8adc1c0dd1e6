import type { Metric } from '../metrics/metric.ts';
import { randomStream } from '../random.ts';
import type { Instance, Task } from './task.ts';

/** Examples that a level is measured on, so that a large file doesn't hold up its channel. */
const maxExamples = 200;

/**
 * What is scored without understanding, 0–100: by always giving the most frequent training answer, or one of the
 * options (else any training answer) at random; the higher of the two. Null for a task without training or
 * held-out examples.
 */
export function chanceLevel({ id, splits }: Task, metric: Metric): number | null {
  const answers = splits.train.map(({ outputs }) => outputs[0]!);
  const asked = heldOut(splits).slice(0, maxExamples);
  if (answers.length === 0 || asked.length === 0) return null;
  const references = asked.map(({ outputs }) => outputs);
  const scoreOf = (guess: (instance: Instance, index: number) => string): number =>
    metric.score(asked.map(guess), references);
  const majority = mostFrequentAnswer(answers);
  return Math.max(
    scoreOf(() => majority),
    scoreOf(({ options }, index) => randomAnswer(id, index, options ?? answers)),
  );
}

const heldOut = ({ test, validation }: Task['splits']): readonly Instance[] =>
  test.length > 0 ? test : validation;

/** The first of those that occur most often. */
export function mostFrequentAnswer(answers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** One of the choices for the task's n-th question: always the same one. */
export const randomAnswer = (taskId: string, index: number, choices: readonly string[]): string =>
  randomStream('baseline', taskId, index).pick(choices);
