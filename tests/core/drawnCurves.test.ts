import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Curve } from '../../src/core/analysis/curves/curvePoints.ts';
import { drawnPoints } from '../../src/core/analysis/curves/drawnPoints.ts';
import { Extremes } from '../../src/core/analysis/curves/extremes.ts';
import { curveKind } from '../../src/core/analysis/curves/index.ts';
import { yRangeOf } from '../../src/core/analysis/curves/plotRange.ts';
import { nextStep, readAt, stepNearX, stepRange } from '../../src/core/analysis/curves/readings.ts';
import { niceTicks, withRoundEnds } from '../../src/core/analysis/curves/ticks.ts';

/** A curve of these values; steps are their places, from 1, unless given. */
function curve(values: ArrayLike<number>, steps?: readonly number[]): Curve {
  const ys = Float64Array.from(values);
  const xs = Float64Array.from(steps ?? Array.from(ys, (_, i) => i + 1));
  const extremes = new Extremes();
  // As it grows: a piece at a time.
  for (let n = 0; n <= ys.length; n += 5) extremes.grow(ys.subarray(0, n));
  extremes.grow(ys);
  return { xs, ys, steps: xs, extremes };
}
const everything = { from: 0, to: Infinity };
const steps = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('a long curve is drawn thinned', () => {
  const wave = Float64Array.from({ length: 10_000 }, (_, i) => Math.sin(i / 50));

  test('with both ends, every lowest and highest value, in order, and few points', () => {
    const ys = wave.slice();
    ys[3333] = 9;
    ys[4444] = -9;
    const drawn = drawnPoints(curve(ys), everything, 200);
    expect(drawn.xs.length).toBeLessThanOrEqual(402);
    expect([drawn.xs[0], drawn.xs.at(-1)]).toEqual([1, 10_000]);
    expect([...drawn.ys]).toEqual(expect.arrayContaining([9, -9]));
    expect([...drawn.xs]).toEqual([...drawn.xs].sort((a, b) => a - b));
  });

  test('whatever its values, the lowest and the highest in view are among its points', () => {
    const values = fc.array(
      fc.oneof(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(NaN, Infinity)),
      { minLength: 1, maxLength: 300 },
    );
    fc.assert(
      fc.property(
        values,
        fc.nat(300),
        fc.nat(300),
        fc.integer({ min: 2, max: 40 }),
        (ys, a, b, n) => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const drawn = drawnPoints(curve(ys), { from, to }, n);
          const seen = ys.filter((y, i) => Number.isFinite(y) && i + 1 >= from && i + 1 <= to);
          if (seen.length > 0) {
            expect(Math.min(...drawn.ys)).toBeLessThanOrEqual(Math.min(...seen));
            expect(Math.max(...drawn.ys)).toBeGreaterThanOrEqual(Math.max(...seen));
          }
          expect(drawn.ys.every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });

  test('zoomed in, it has all points in view and one beyond either edge', () => {
    const { xs } = drawnPoints(curve(wave), { from: 100, to: 110 }, 200);
    expect([...xs]).toEqual(steps(99, 111));
  });

  test('what was drawn of the past does not change while it grows', () => {
    const before = drawnPoints(curve(wave.subarray(0, 4000)), everything, 400);
    const after = drawnPoints(curve(wave.subarray(0, 4040)), everything, 400);
    const settled = before.xs.length - 3;
    expect([...after.xs.subarray(0, settled)]).toEqual([...before.xs.subarray(0, settled)]);
  });
});

test('lost values are told at the last good one before, each stretch of them once', () => {
  const { ys, broken } = drawnPoints(curve([3, 2, NaN, Infinity, 1, NaN]), everything, 100);
  expect([...ys]).toEqual([3, 2, 1]);
  expect([[...broken.xs], [...broken.ys]]).toEqual([
    [3, 6],
    [2, 1],
  ]);
  expect([...drawnPoints(curve([NaN, 4]), everything, 100).broken.ys]).toEqual([4]);
});

test('a log scale leaves out what it cannot draw', () => {
  expect([...drawnPoints(curve([2, 0, 1]), everything, 100, true).ys]).toEqual([2, 1]);
});

describe('the crosshair', () => {
  /** The first line was muted at the start and came in late. */
  const late = curve(steps(397, 400), steps(397, 400));
  const whole = curve(steps(1, 400));

  test('stops where any line has a point, not only the first', () => {
    expect(stepRange([late, whole])).toEqual([1, 400]);
    expect(stepNearX([late, whole], 260.4)).toBe(260);
    expect(nextStep([late, whole], 260, 1)).toBe(261);
    expect(nextStep([late, whole], 397, -1)).toBe(396);
  });

  test('goes through points of different lines in order, and stops at the ends', () => {
    const twisted = [curve([1, 1, 1], [2, 4, 6]), curve([1, 1, 1], [1, 3, 5])];
    expect(steps(1, 6).map((at) => nextStep(twisted, at, 1))).toEqual([2, 3, 4, 5, 6, 6]);
    expect(steps(1, 6).map((at) => nextStep(twisted, at, -1))).toEqual([1, 1, 2, 3, 4, 5]);
  });

  test('reads a line at its nearest point, and not where it has nothing near', () => {
    expect(readAt(late, 260)).toBeNull();
    expect(readAt(late, 398)).toEqual({ x: 398, y: 398 });
    expect(readAt(curve([1, 2, 3, 4], [10, 12, 15, 17]), 14)).toEqual({ x: 15, y: 3 });
  });

  test('without any line there is nothing to read', () => {
    expect(stepRange([curve([])])).toBeNull();
    expect(stepNearX([curve([])], 3)).toBeNull();
  });
});

describe('the height of a plot', () => {
  const asked = (yRange: 'whole' | 'fit' | 'robust') => ({
    kind: curveKind('trainLoss'),
    yRange,
    isLog: false,
  });
  const jumping = curve(Array.from({ length: 101 }, (_, i) => (i === 50 ? 1000 : 1 + i / 100)));

  test('whole: from the natural end to the highest value', () => {
    expect(yRangeOf([jumping], everything, asked('whole'))).toEqual({ from: 0, to: 1000 });
  });

  test('fit: what is in view', () => {
    expect(yRangeOf([jumping], { from: 1, to: 11 }, asked('fit'))).toEqual({ from: 1, to: 1.1 });
  });

  test('5–95 %: a single jump does not stretch it', () => {
    const { from, to } = yRangeOf([jumping], everything, asked('robust'))!;
    expect(from).toBeCloseTo(1.05, 2);
    expect(to).toBeCloseTo(1.96, 2);
  });
});

test('ticks are round numbers inside the ends, on a log scale too', () => {
  expect(niceTicks({ from: 0, to: 100 }, 5)).toEqual([0, 20, 40, 60, 80, 100]);
  expect(niceTicks({ from: 3, to: 489 }, 5)).toEqual([100, 200, 300, 400]);
  expect(niceTicks({ from: 0.03, to: 4 }, 8, true)).toEqual([0.05, 0.1, 0.2, 0.5, 1, 2]);
  expect(niceTicks({ from: 1e-5, to: 4 }, 6, true)).toEqual([1e-5, 1e-4, 1e-3, 0.01, 0.1, 1]);
  expect(withRoundEnds({ from: 0.13, to: 2.71 }, 5)).toEqual({ from: 0, to: 3 });
  expect(withRoundEnds({ from: 2, to: 2 }, 5).to).toBeGreaterThan(2);
});
