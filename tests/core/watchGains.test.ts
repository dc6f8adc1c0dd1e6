import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaskEvaluation } from '../../src/core/protocol/index.ts';
import {
  isOutOfPatience,
  type StopRule,
  type Watched,
  watchGains,
} from '../../src/core/runs/watchGains.ts';

const byScore: StopRule = { patience: 2, stopMetric: 'score', minDelta: 0 };
const byLoss: StopRule = { ...byScore, stopMetric: 'validationLoss' };

const result = (
  taskId: string,
  itemScores: readonly number[],
  loss: number | null = 1,
): TaskEvaluation => ({
  taskId,
  loss,
  metric: 'accuracy',
  score: itemScores.reduce((sum, one) => sum + one, 0) / itemScores.length,
  instances: itemScores.length,
  itemScores,
});

/** Watches these evaluations at the steps 0, 10, 20 …; gives how each stood. */
function watchAll(
  evaluations: readonly (readonly TaskEvaluation[])[],
  rule = byScore,
  trained = ['a'],
) {
  let watched: Watched | null = null;
  return evaluations.map((results, i) => {
    watched = watchGains(watched, { step: 10 * i, results }, rule, trained);
    return [watched.best.step, watched.withoutGain] as const;
  });
}

describe('by score', () => {
  test('evaluations without a gain are counted from the last gain on', () => {
    const scores = [[0, 0], [100, 0], [0, 0], [0, 100], [100, 100], [100, 0]]; // prettier-ignore
    expect(watchAll(scores.map((items) => [result('a', items)]))).toEqual([
      [0, 0],
      [10, 0],
      [10, 1],
      [10, 2],
      [40, 0],
      [40, 1],
    ]);
  });

  test('two evaluations are held against each other on the examples that both asked', () => {
    // The larger one scores 50, which is less than 75, but right where the smaller was wrong.
    const few = [result('a', [100, 0, 100, 100])];
    const many = [result('a', [100, 100, 100, 100, 0, 0, 0, 0])];
    expect(watchAll([few, many])).toEqual([[0, 0], [10, 0]]); // prettier-ignore
  });

  test('tasks that are only watched, and those that only one of the two has, do not count', () => {
    const before = [result('a', [0]), result('w', [100]), result('old', [100])];
    const now = [result('a', [100]), result('w', [0])];
    expect(watchAll([before, now], byScore, ['a', 'old']).at(-1)).toEqual([10, 0]);
    expect(watchAll([now, before], byScore, ['a', 'old']).at(-1)).toEqual([0, 1]);
  });

  test('a gain within the smallest one that counts is none, and yet the best', () => {
    const evaluations = [40, 45, 48, 55].map((score) => [result('a', [score])]);
    expect(watchAll(evaluations, { ...byScore, minDelta: 10 })).toEqual([
      [0, 0],
      [10, 1],
      [20, 2],
      [30, 0],
    ]);
  });

  test('of equal scores the lower loss is best; it is no gain', () => {
    const losses = [0.5, 0.4, 0.6].map((loss) => [result('a', [100], loss)]);
    expect(watchAll(losses)).toEqual([[0, 0], [10, 1], [10, 2]]); // prettier-ignore
  });
});

test('by loss, what scores better with a higher loss is no gain', () => {
  const evaluations = [result('a', [0], 0.5), result('a', [100], 0.6), result('a', [0], 0.4)];
  expect(
    watchAll(
      evaluations.map((one) => [one]),
      byLoss,
    ),
  ).toEqual([
    [0, 0],
    [0, 1],
    [20, 0],
  ]);
});

test('where nothing is scored the loss says it, and where nothing is measured each evaluation is a gain', () => {
  const unscored = (loss: number | null) => [{ ...result('a', [], loss), score: null }];
  expect(watchAll([1, 0.5, 0.7].map(unscored))).toEqual([[0, 0], [10, 0], [10, 1]]); // prettier-ignore
  expect(watchAll([null, null, null].map(unscored)).at(-1)).toEqual([20, 0]);
});

test('a patience of n ends a run at its n-th evaluation without a gain, one of 0 never', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), (withoutGain, patience) => {
      const isOver = isOutOfPatience({ withoutGain }, { patience });
      expect(isOver).toBe(patience > 0 && withoutGain >= patience);
    }),
  );
  expect(isOutOfPatience({ withoutGain: 1_000_000 }, { patience: 0 })).toBe(false);
});

test('scores that only rise never count down, whatever their sizes', () => {
  const rising = fc
    .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 20 })
    .map((scores) => scores.sort((a, b) => a - b));
  fc.assert(
    fc.property(rising, (scores) => {
      const stands = watchAll(scores.map((score) => [result('a', [score])]));
      expect(stands.map(([, withoutGain]) => withoutGain)).toEqual(scores.map(() => 0));
      expect(stands.at(-1)[0]).toBe(10 * (scores.length - 1));
    }),
  );
});
