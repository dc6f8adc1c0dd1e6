import { describe, expect, test } from 'vitest';
import { modelSizes } from '../../src/core/models.ts';
import { evaluationPlan } from '../../src/core/runs/evaluationPlan.ts';
import { parseSettings } from '../../src/core/settings/parse.ts';

const planOf = (asked: Readonly<Record<string, unknown>>, nTasks = 4) =>
  evaluationPlan(parseSettings(asked, modelSizes.mini), nTasks);
/** Of all evaluations: [fewest, most] answers of a task. */
const answers = (plan: ReturnType<typeof planOf>): number[] => [
  Math.min(...plan.map(({ metricInstances }) => metricInstances)),
  Math.max(...plan.map(({ metricInstances }) => metricInstances)),
];
const inAll = (plan: ReturnType<typeof planOf>, nTasks: number): number =>
  plan.reduce((sum, { metricInstances }) => sum + nTasks * metricInstances, 0);

describe('left to the run, evaluations', () => {
  test('begin before the first step, are close together early, and end with 400 answers', () => {
    const plan = planOf({ trainTokens: 250_000 });
    expect(plan.slice(0, 4).map(({ step }) => step)).toEqual([0, 3, 6, 12]);
    expect(plan.at(-1)).toEqual({ step: 123, lossInstances: 100, metricInstances: 100 });
    expect(answers(plan)[0]).toBeGreaterThanOrEqual(15);
  });

  test('come every twentieth, as large as the last, where the run is long enough', () => {
    const plan = planOf({ trainTokens: 4_000_000 });
    expect(plan).toHaveLength(22);
    expect(answers(plan)).toEqual([100, 100]);
  });

  test('are fewer for many tasks, with eight answers of each', () => {
    const plan = planOf({ trainTokens: 1_000_000 }, 95);
    expect(answers(plan)).toEqual([8, 8]);
    expect(plan.length).toBeLessThan(9);
  });

  test.each([200_000, 300_000, 1_000_000, 4_000_000])(
    'of %i tokens ask no more than what a run of four tasks can afford',
    (trainTokens) => {
      // 15 % of the time, at thirty tokens of training an answer.
      const most = (0.15 / 0.85) * (trainTokens / 30);
      expect(inAll(planOf({ trainTokens }), 4)).toBeLessThan(most);
    },
  );

  test('are there even in a run of one step', () => {
    expect(planOf({ trainTokens: 256 }).map(({ step }) => step)).toEqual([0, 1]);
  });
});

describe('a number', () => {
  test('says it for every evaluation', () => {
    const asked = { trainTokens: 20_480, evalEvery: 4, evalInstances: 12, metricInstances: 6 };
    const each = { lossInstances: 12, metricInstances: 6 };
    expect(planOf(asked)).toEqual([0, 4, 8, 10].map((step) => ({ step, ...each })));
  });

  test('of no answers leaves a loss', () => {
    const plan = planOf({ metricInstances: 0 });
    expect(plan.every(({ metricInstances }) => metricInstances === 0)).toBe(true);
    expect(plan.every(({ lossInstances }) => lossInstances > 0)).toBe(true);
  });
});
