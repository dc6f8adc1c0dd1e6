import { expect, test } from 'vitest';
import { clusterLooks } from '../../src/page/state/looks.ts';
import { runName } from '../../src/core/runs/runName.ts';

const task = (id: string, cluster: string) => ({ id, cluster });

test('tasks of a cluster share its colour and differ in dash', () => {
  const looks = clusterLooks([task('a', 'one'), task('b', 'two'), task('c', 'one')]);
  expect(looks.a!.colour).toBe(looks.c!.colour);
  expect(looks.a!.colour).not.toBe(looks.b!.colour);
  expect(looks.a!.dash).not.toEqual(looks.c!.dash);
});

test('a task added later changes nobody’s look', () => {
  const tasks = [task('a', 'one'), task('b', 'two')];
  expect(clusterLooks([...tasks, task('c', 'one')])).toMatchObject(clusterLooks(tasks));
});

test('no two of twenty clusters look the same, and from the ninth on the dash differs too', () => {
  const looks = clusterLooks(Array.from({ length: 20 }, (_, i) => task(`t${i}`, `c${i}`)));
  expect(new Set(Object.values(looks).map((look) => JSON.stringify(look))).size).toBe(20);
  expect(looks.t8!.dash).not.toEqual(looks.t0!.dash);
});

test('a run’s name is readable, numbered and always the same', () => {
  expect(runName('some-id', 3)).toMatch(/^[a-z]+-[a-z]+-3$/);
  expect(runName('some-id', 3)).toBe(runName('some-id', 3));
});
