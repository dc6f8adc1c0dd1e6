import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smooth } from '../../src/core/analysis/smoothing.ts';

test('smoothing is the debiased average of TensorBoard', () => {
  // By hand: 1; (0.5·0.5 + 0.5·3)/(1 − 0.25) = 7/3; (0.5·1.75 + 0.5·5)/(1 − 0.125) = 27/7
  const smoothed = smooth([1, 3, 5], 0.5);
  expect(smoothed[0]).toBeCloseTo(1, 12);
  expect(smoothed[1]).toBeCloseTo(7 / 3, 12);
  expect(smoothed[2]).toBeCloseTo(27 / 7, 12);
});

test('weight 0 leaves a series as it is', () => {
  expect([...smooth([4, 1, 9], 0)]).toEqual([4, 1, 9]);
});

test('a constant series stays exactly itself', () => {
  expect([...smooth([0.3, 0.3, 0.3], 0.97)]).toEqual([0.3, 0.3, 0.3]);
});

test('values that are not numbers pass through and leave the average alone', () => {
  const smoothed = smooth([2, NaN, 4], 0.5);
  expect(smoothed[1]).toBeNaN();
  expect(smoothed[2]).toBeCloseTo(smooth([2, 4], 0.5)[1]!, 12);
});

test('smoothed values never leave the range of the series', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (values, weight) => {
        const [low, high] = [Math.min(...values) - 1e-6, Math.max(...values) + 1e-6];
        expect(smooth(values, weight).every((y) => y >= low && y <= high)).toBe(true);
      },
    ),
  );
});
