import { expect, test } from 'vitest';
import { taskSources } from '../../content/datasets/tasks/index.ts';
import { selectTasks } from '../../src/core/analysis/selection/selectTasks.ts';
import { noveltyOf } from '../../src/core/heldOut/novelty.ts';
import { leakMap } from '../../src/core/heldOut/leakMap.ts';
import { inWords } from '../inWords.ts';

test('every cluster and every task of the leak map is built in, and none leaks into its own cluster', () => {
  for (const [cluster, leaks] of Object.entries(leakMap)) {
    const own = taskSources.filter((task) => task.cluster === cluster).map(({ id }) => id);
    expect(own, cluster).not.toEqual([]);
    for (const id of leaks.flatMap(({ taskIds }) => taskIds)) {
      expect(taskSources.map((task) => task.id)).toContain(id);
      expect(own).not.toContain(id);
    }
  }
});

test('a held-out cluster leaves with the tasks that leak into it', () => {
  const tasks = [
    { id: 'rate_stars', cluster: 'sentiment and rating' },
    { id: 'gym_verbal', cluster: 'reading gym' },
    { id: 'list_first', cluster: 'lists and words' },
  ];
  expect(selectTasks(['sentiment and rating'], tasks)).toEqual({
    trained: ['list_first'],
    heldOut: ['rate_stars'],
    removed: ['gym_verbal'],
  });
  expect(inWords(() => selectTasks(['poetry'], tasks))).toThrow(/poetry/);
});

test('how new a task is: its cluster, or a task that leaks into it, may have been trained on', () => {
  const stars = { id: 'rate_stars', cluster: 'sentiment and rating' };
  const polarity = { id: 'rate_polarity', cluster: 'sentiment and rating' };
  const verbal = { id: 'gym_verbal', cluster: 'reading gym' };
  const first = { id: 'list_first', cluster: 'lists and words' };
  expect(noveltyOf(stars, [stars, first])).toBe('unseenInstances');
  expect(noveltyOf(stars, [polarity, first])).toBe('unseenTasks');
  expect(noveltyOf(stars, [verbal, first])).toBe('unseenTasks');
  expect(noveltyOf(stars, [first])).toBe('unseenClusters');
});
