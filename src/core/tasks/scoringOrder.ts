import { randomStream } from '../random.ts';
import type { Instance, Task } from './task.ts';

/**
 * The same splits with validation and test in an order of their own, drawn by a hash of each example: whoever
 * scores the first few has a sample, also where the file is sorted by its answers.
 */
export const inScoringOrder = (splits: Task['splits']): Task['splits'] => ({
  train: splits.train,
  validation: sampled(splits.validation),
  test: sampled(splits.test),
});

/** Each answer's examples in the order of their hashes, spread evenly over the whole: a draw stratified by answer. */
function sampled(instances: readonly Instance[]): Instance[] {
  const byAnswer = new Map<string, Instance[]>();
  for (const instance of instances) {
    const answer = instance.outputs[0]!;
    const own = byAnswer.get(answer);
    if (own) own.push(instance);
    else byAnswer.set(answer, [instance]);
  }
  return [...byAnswer]
    .flatMap(([answer, own]) => {
      const offset = randomStream('scored', answer).next();
      const ranked = own.toSorted((a, b) => rankOf(a) - rankOf(b));
      return ranked.map((instance, k) => ({ instance, place: (k + offset) / own.length }));
    })
    .sort((a, b) => a.place - b.place || rankOf(a.instance) - rankOf(b.instance))
    .map(({ instance }) => instance);
}

const rankOf = ({ input, outputs, slots = {} }: Instance): number =>
  randomStream('scored', input, JSON.stringify([outputs, slots])).next();
