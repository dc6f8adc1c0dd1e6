import { describe, expect, test } from 'vitest';
import { scoreInterval } from '../../src/core/analysis/scoreInterval.ts';
import { meanInterval } from '../../src/core/statistics/meanInterval.ts';
import { t975 } from '../../src/core/statistics/tQuantile.ts';
import { tInterval } from '../../src/core/statistics/tInterval.ts';
import { wilson } from '../../src/core/statistics/wilson.ts';

// Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('the share of %i of %i is as Newcombe has it', (right, n, low, high) => {
  const interval = wilson(right, n);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

// Any table of Student's t.
test.each([
  [1, 12.7062],
  [2, 4.30265],
  [7, 2.36462],
  [11, 2.20099],
  [30, 2.04227],
  [99, 1.98422],
])("Student's t with %i degrees of freedom is as in the tables", (df, quantile) => {
  expect(t975(df)).toBeCloseTo(quantile, 3);
});

test('three degrees of freedom are right to two thousandths', () => {
  expect(Math.abs(t975(3) / 3.182446 - 1)).toBeLessThan(2e-3);
});

test("the paired differences of Student's sleep data have R's interval", () => {
  // R: t.test(extra ~ group, data = sleep, paired = TRUE): −2.4598858, −0.7001142.
  const before = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  const after = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const { low, high } = tInterval(after.map((hours, i) => hours - before[i]!));
  expect(low).toBeCloseTo(0.7001, 3);
  expect(high).toBeCloseTo(2.4599, 3);
});

test('intervals are put together as Newcombe does for a difference', () => {
  // Newcombe 1998, Statistics in Medicine 17, 873–890, table II (a), method 10: 56/70 − 48/80.
  const { mean, low, high } = wilson(48, 80);
  const minus = { mean: -mean, low: -high, high: -low };
  const half = meanInterval([wilson(56, 70), minus]);
  expect(2 * half.mean).toBeCloseTo(0.2, 10);
  expect(2 * half.low).toBeCloseTo(0.0524, 4);
  expect(2 * half.high).toBeCloseTo(0.3339, 4);
});

describe('the interval of a score', () => {
  test('counts answers that are right or wrong', () => {
    const { mean, low, high } = scoreInterval([...Array<number>(19).fill(0), 0])!;
    expect([mean, low]).toEqual([0, 0]);
    expect(high).toBeCloseTo(16.11, 2);
  });

  test('stays inside 0–100 where answers can be partly right', () => {
    const { low, high } = scoreInterval([100, 100, 100, 50])!;
    expect(low).toBeGreaterThan(40);
    expect(high).toBe(100);
  });

  test('is all of it for a single answer that is partly right, and none without any', () => {
    expect(scoreInterval([50])).toEqual({ mean: 50, low: 0, high: 100 });
    expect(scoreInterval([])).toBeNull();
  });
});
