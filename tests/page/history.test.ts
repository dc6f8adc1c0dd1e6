import { beforeEach, expect, test } from 'vitest';
import { History } from '../../src/page/state/history.svelte.ts';

interface Two {
  readonly a: number;
  readonly b: number;
}

let history: History<Two>;
beforeEach(() => {
  history = new History<Two>({
    isSame: (one, other) => one.a === other.a && one.b === other.b,
    slideOf: (before, after) => (before.a === after.a ? null : before.b === after.b ? 'a' : null),
  });
  history.begin({ a: 0, b: 0 });
});

test('each change is a step; undo and redo go along them, a new one cuts off what was undone', () => {
  history.note({ a: 0, b: 1 }, 0);
  history.note({ a: 0, b: 2 }, 1);
  expect(history.undo()).toEqual({ a: 0, b: 1 });
  expect(history.undo()).toEqual({ a: 0, b: 0 });
  expect(history.undo()).toBeNull();
  expect(history.redo()).toEqual({ a: 0, b: 1 });
  history.note({ a: 0, b: 9 }, 2);
  expect(history.redo()).toBeNull();
  expect(history.back).toMatchObject({ before: { a: 0, b: 1 }, after: { a: 0, b: 9 } });
});

test('putting back what was undone is no step of its own', () => {
  history.note({ a: 0, b: 1 }, 0);
  history.note(history.undo()!, 1);
  expect(history.back).toBeNull();
  expect(history.forth).toMatchObject({ after: { a: 0, b: 1 } });
});

test('a drag is one step however much it changes, and two drags are two', () => {
  history.hold();
  history.note({ a: 1, b: 0 }, 0);
  history.note({ a: 2, b: 1 }, 5000);
  history.note({ a: 3, b: 1 }, 9000);
  history.release();
  history.hold();
  history.note({ a: 4, b: 1 }, 9001);
  history.release();
  expect(history.undo()).toEqual({ a: 3, b: 1 });
  expect(history.undo()).toEqual({ a: 0, b: 0 });
});

test('a drag that ends where it began was none', () => {
  history.hold();
  history.note({ a: 1, b: 0 }, 0);
  history.note({ a: 0, b: 0 }, 10);
  history.release();
  expect(history.back).toBeNull();
});

test('quick nudges of one fader are one step, after a rest they are another; toggles never join', () => {
  history.note({ a: 1, b: 0 }, 0);
  history.note({ a: 2, b: 0 }, 300);
  history.note({ a: 3, b: 0 }, 600);
  history.note({ a: 4, b: 0 }, 5000);
  history.note({ a: 4, b: 1 }, 5001);
  history.note({ a: 4, b: 0 }, 5002);
  expect([1, 2, 3, 4].map(() => history.undo())).toEqual([
    { a: 4, b: 1 },
    { a: 4, b: 0 },
    { a: 3, b: 0 },
    { a: 0, b: 0 },
  ]);
});

test('before it has begun nothing is a step: what the page does by itself is not the hand’s', () => {
  const early = new History<number>({ isSame: Object.is, slideOf: () => null });
  early.note(1, 0);
  early.begin(2);
  expect(early.back).toBeNull();
  early.note(3, 1);
  expect(early.undo()).toBe(2);
});
