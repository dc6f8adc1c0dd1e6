import { expect, test } from 'vitest';
import { sparkPath } from '../../src/page/ui/parts/sparkPath.ts';

test('a sparkline grows to the right as far as its run has come', () => {
  const half = [
    { x: 0, y: 0 },
    { x: 50, y: 75 },
  ];
  expect(sparkPath(half, 100)).toBe('M0,100L50,25');
  expect(sparkPath([...half, { x: 120, y: 100 }], 100), 'a run that goes on').toBe(
    'M0,100L41.67,25L100,0',
  );
  expect(sparkPath([], 100)).toBe('');
});
