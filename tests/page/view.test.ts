import { expect, test } from 'vitest';
import { View, viewAt } from '../../src/page/state/view.svelte.ts';

function fakeWindow(hash: string) {
  const location = { hash };
  let changed = (): void => undefined;
  return {
    window: {
      location,
      addEventListener: (_: string, listener: () => void) => {
        changed = listener;
      },
    },
    go: (to: string): void => {
      location.hash = to;
      changed();
    },
  };
}

test('a hash names a view; any other is the desk', () => {
  expect(['#/engine', '#/desk', '', '#desk', '#/nowhere'].map(viewAt)).toEqual([
    'engine',
    'desk',
    'desk',
    'desk',
    'desk',
  ]);
});

test('the view follows the address, back and forth, and says when it has been reached', async () => {
  const { window, go } = fakeWindow('#/engine');
  const view = new View();
  view.follow(window);
  expect(view.name).toBe('engine');
  let isReached = false;
  const reached = view.reached('desk').then(() => (isReached = true));
  await Promise.resolve();
  expect(isReached).toBe(false);
  go('#/desk');
  await reached;
  expect(view.name).toBe('desk');
  go('#/engine');
  expect(view.name).toBe('engine');
});
