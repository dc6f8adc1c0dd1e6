import { expect, test } from 'vitest';
import { taskLooks } from '../../src/page/state/looks.ts';
import { OwnColours } from '../../src/page/state/ownColours.svelte.ts';
import { runName } from '../../src/core/runs/runName.ts';

const task = (id: string, cluster: string) => ({ id, cluster });

/** More than eight tasks, most of them of the cluster `one`. */
const many = Array.from({ length: 9 }, (_, i) => task(`t${i}`, i === 8 ? 'two' : 'one'));

test('up to eight tasks have a colour each, whatever their cluster', () => {
  const looks = Object.values(taskLooks(many.slice(0, 8)));
  expect(new Set(looks.map(({ colour }) => colour)).size).toBe(8);
});

test('of more tasks those of a cluster share its colour and differ in dash', () => {
  const looks = taskLooks(many);
  expect(looks.t0!.colour).toBe(looks.t1!.colour);
  expect(looks.t0!.colour).not.toBe(looks.t8!.colour);
  expect(looks.t0!.dash).not.toEqual(looks.t1!.dash);
});

test('a task added later changes nobody’s look', () => {
  const few = [task('a', 'one'), task('b', 'two')];
  expect(taskLooks([...few, task('c', 'one')])).toMatchObject(taskLooks(few));
  expect(taskLooks([...many, task('c', 'one')])).toMatchObject(taskLooks(many));
});

test('a colour that was chosen goes before, and after the last comes the first', () => {
  const colours = new OwnColours();
  const look = { colour: 12, dash: [7, 4] };
  colours.turn(['a', 'b'], look);
  expect(colours.of('a', look)).toEqual({ colour: 1, dash: [7, 4] });
  expect(colours.of('c', look)).toEqual(look);
});

test('no two of twenty clusters look the same, and from the ninth on the dash differs too', () => {
  const looks = taskLooks(Array.from({ length: 20 }, (_, i) => task(`t${i}`, `c${i}`)));
  expect(new Set(Object.values(looks).map((look) => JSON.stringify(look))).size).toBe(20);
  expect(looks.t8!.dash).not.toEqual(looks.t0!.dash);
});

test('a run’s name is readable, numbered and always the same', () => {
  expect(runName('some-id', 3)).toMatch(/^[a-z]+-[a-z]+-3$/);
  expect(runName('some-id', 3)).toBe(runName('some-id', 3));
});
