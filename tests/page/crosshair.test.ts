import { expect, test } from 'vitest';
import type { LineSeries } from '../../src/page/state/chartData.ts';
import { nearestX, nextX, readAt, readRange } from '../../src/page/ui/parts/crosshair.ts';

const line = (id: string, xs: readonly number[], isRead = true): LineSeries => ({
  id,
  label: id,
  colour: 'var(--cluster-1)',
  dash: [],
  width: 2,
  opacity: 1,
  points: xs.map((x) => ({ x, y: x / 100 })),
  isRead,
  hasDots: false,
});
const steps = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** The first line was muted at the start and came in late. */
const late = [line('late', steps(397, 400)), line('whole', steps(1, 400))];

test('the crosshair stops where any line has a point, not only the first', () => {
  expect(readRange(late)).toEqual([1, 400]);
  expect(nearestX(late, 260.4)).toBe(260);
  expect(nextX(late, 260, 1)).toBe(261);
  expect(nextX(late, 397, -1)).toBe(396);
});

test('the keys reach points that lie on different lines, in order, and stop at the ends', () => {
  const twisted = [line('even', [2, 4, 6]), line('odd', [1, 3, 5])];
  expect([1, 2, 3, 4, 5, 6].map((x) => nextX(twisted, x, 1))).toEqual([2, 3, 4, 5, 6, 6]);
  expect([1, 2, 3, 4, 5, 6].map((x) => nextX(twisted, x, -1))).toEqual([1, 1, 2, 3, 4, 5]);
});

test('a line is not read where it has nothing near', () => {
  expect(readAt(late, 260).map((reading) => reading.line.id)).toEqual(['whole']);
  expect(readAt(late, 398).map((reading) => reading.line.id)).toEqual(['late', 'whole']);
});

test('a line with gaps is read at its nearest point, highest value first', () => {
  const sparse = [line('sparse', [10, 12, 15, 17]), line('whole', steps(1, 20))];
  expect(readAt(sparse, 14).map(({ line: { id }, y }) => [id, y])).toEqual([
    ['sparse', 0.15],
    ['whole', 0.14],
  ]);
});

test('lines that are not read, and empty ones, do not count', () => {
  expect(readRange([line('raw', [1, 2], false), line('none', [])])).toBeNull();
  expect(nearestX([line('raw', [1, 2], false)], 1)).toBeNull();
});
