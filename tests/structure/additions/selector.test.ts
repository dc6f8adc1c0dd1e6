/** A toy selector: one file, one line in a list, and nothing else. */
import { expect, test } from 'vitest';
import { selectors as shipped } from '../../../src/core/analysis/selection/index.ts';
import { selectorNamed, selectTasks } from '../../../src/core/analysis/selection/selectTasks.ts';
import type { Selector } from '../../../src/core/analysis/selection/selector.ts';
import { startTrainerInNode, taskIds } from './trainerInNode.ts';

/** As such a file would read: the first task of the others, by name. */
const firstByName: Selector = {
  name: 'firstByName',
  paper: null,
  trainable: (_, others) => others.toSorted((a, b) => a.id.localeCompare(b.id)).slice(0, 1),
};
const selectors = [...shipped, firstByName];

test('a selector is asked by its name, and what it leaves out is silent in the record', async () => {
  const trainer = await startTrainerInNode({});
  const tasks = trainer.index.tasks.filter(({ id }) => taskIds.some((one) => one === id));
  const selector = selectorNamed('firstByName', selectors);
  const story = tasks.find(({ id }) => id === 'sum_story')!;
  const { trained, heldOut, removed } = selectTasks([story.cluster], trainer.index.tasks, selector);
  expect(heldOut).toContain('sum_story');
  expect(trained).toHaveLength(1);
  expect(trained.length + heldOut.length + removed.length).toBe(trainer.index.tasks.length);

  const ofTwo = selectTasks([story.cluster], tasks, selector);
  const record = await trainer.run({ trainTokens: 256 }, { trained: ofTwo.trained });
  trainer.close();
  expect(record).toMatchObject({
    status: 'completed',
    mixingRates: { rate_stars: 1, sum_story: 0 },
  });
}, 180_000);
