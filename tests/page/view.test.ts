import { expect, test } from 'vitest';
import { View, viewAt } from '../../src/page/state/view.svelte.ts';

function fakeWindow(hash: string) {
  let changed = (): void => undefined;
  const go = (to: string): void => {
    location.hash = to;
    changed();
  };
  const location = { hash, replace: go };
  return {
    window: {
      location,
      addEventListener: (_: string, listener: () => void) => {
        changed = listener;
      },
    },
    go,
  };
}

test('a hash names a view, whatever follows its question mark; none is the desk', () => {
  expect(['#/engine', '#/desk', '', '#', '#/', '#/engine?a=1', '#/desk?mix=2'].map(viewAt)).toEqual(
    ['engine', 'desk', 'desk', 'desk', 'desk', 'engine', 'desk'],
  );
  expect(['#desk', '#/nowhere', '#/engines', '#/desk/2'].map(viewAt)).toEqual(
    Array.from({ length: 4 }, () => null),
  );
});

test('an address that is no view is told, and the desk takes its place', () => {
  const { window, go } = fakeWindow('#/nowhere');
  const view = new View();
  const unknown: string[] = [];
  view.follow(window, (hash) => unknown.push(hash));
  expect([view.name, window.location.hash, unknown]).toEqual(['desk', '#/desk', ['#/nowhere']]);
  go('#/engine');
  go('#/engine/three');
  expect([view.name, window.location.hash, unknown]).toEqual([
    'desk',
    '#/desk',
    ['#/nowhere', '#/engine/three'],
  ]);
});

test('the view follows the address, back and forth, and says when it has been reached', async () => {
  const { window, go } = fakeWindow('#/engine');
  const view = new View();
  view.follow(window, () => expect.unreachable());
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
