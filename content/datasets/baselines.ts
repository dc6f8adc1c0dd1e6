import { metricNamed } from '../../src/core/metrics/index.ts';
import { mostFrequentAnswer, randomAnswer } from '../../src/core/tasks/chanceLevel.ts';
import type { Draws } from './drawSplits.ts';
import { createNearestNeighbour } from './nearestNeighbour.ts';
import type { Case, TaskSource } from './taskSource.ts';

/** Scores (0–100, the task's metric, test split) of answering without understanding. */
export interface Baselines {
  /** The most frequent training answer. */
  readonly majority: number;
  /** One of the options, or any training answer. */
  readonly random: number;
  readonly copyInput: number;
  /** The answer of the first demonstration. */
  readonly copyDemonstration: number;
  /** The answer of the training instance with the most similar words (TF-IDF). */
  readonly nearestNeighbour: number;
}

/** Every baseline of a task. */
export function baselinesOf(source: TaskSource, { splits, demonstrations }: Draws): Baselines {
  const { train, test } = splits;
  const references = test.map(({ output, others = [] }) => [output, ...others]);
  const score = (answer: (drawn: Case, index: number) => string): number =>
    Math.round(10 * metricNamed(source.metric).score(test.map(answer), references)) / 10;
  const answers = train.map(({ output }) => output);
  const majority = mostFrequentAnswer(answers);
  const nearest = createNearestNeighbour(train);
  return {
    majority: score(() => majority),
    random: score(({ options }, index) => {
      return randomAnswer(source.id, index, options ?? source.labels ?? answers);
    }),
    copyInput: score(({ input }) => input),
    copyDemonstration: score(() => demonstrations[0]!.output),
    nearestNeighbour: score((drawn) => nearest(drawn).output),
  };
}
