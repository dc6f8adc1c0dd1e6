import { expect, test } from 'vitest';
import { doubt } from '../../src/core/analysis/doubt.ts';
import { bootstrapMean } from '../../src/core/statistics/bootstrap.ts';
import { macroAverages } from '../../src/core/analysis/macro.ts';

test('the interval of a mean holds it, narrows with more values, and is the same each time', () => {
  const few = bootstrapMean([0, 100, 0, 100]);
  const many = bootstrapMean(Array.from({ length: 400 }, (_, i) => (i % 2) * 100));
  expect(few.mean).toBe(50);
  expect(few.low).toBeLessThan(50);
  expect(few.high).toBeGreaterThan(50);
  expect(many.high - many.low).toBeLessThan(few.high - few.low);
  // Normal theory: 50 ± 1.96 · 50 / √400.
  expect(many.low).toBeCloseTo(45.1, 0);
  expect(bootstrapMean([0, 100, 0, 100])).toEqual(few);
});

test('equal values leave no doubt, no values leave nothing', () => {
  expect(bootstrapMean([7, 7, 7])).toEqual({ mean: 7, low: 7, high: 7 });
  expect(bootstrapMean([]).mean).toBeNaN();
});

test('clusters weigh the same however many tasks they have', () => {
  const macro = macroAverages([
    { taskId: 'a', cluster: 'one', score: 0 },
    { taskId: 'b', cluster: 'one', score: 0 },
    { taskId: 'c', cluster: 'one', score: 30 },
    { taskId: 'd', cluster: 'two', score: 90 },
  ]);
  expect(macro.byTask.mean).toBe(30);
  expect(macro.clusters).toEqual({ one: 10, two: 90 });
  expect(macro.byCluster.mean).toBe(50);
});

test('doubt has absolute ends: certain at a loss of 0, no chance far above it', () => {
  expect(doubt(0)).toBe(0);
  expect(doubt(Math.log(2))).toBeCloseTo(0.5, 12);
  expect(doubt(Math.log(2048)), 'a blind guess').toBeCloseTo(1 - 1 / 2048, 12);
  expect(doubt(NaN), 'a loss that is no number').toBe(1);
});
