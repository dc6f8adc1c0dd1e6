import { expect, test } from 'vitest';
import { busReading } from '../../src/core/analysis/taskReadings.ts';

const reading = (score: number | null) => ({ loss: 1, score, baseScore: null });
const readings = { a: reading(90), b: reading(70), c: reading(10), d: reading(null) };

test('a bus shows the mean of what is trained on, not of new tasks along with it', () => {
  const bus = busReading(readings, new Set(['a', 'b']), ['a', 'b', 'c']);
  expect(bus).toEqual({ loss: 1, score: 80, baseScore: null, isOfTrained: true });
});

test('a bus without any trained task shows the mean of all that have a value', () => {
  const bus = busReading(readings, new Set(['a']), ['b', 'c', 'd']);
  expect(bus).toMatchObject({ score: 40, isOfTrained: false });
});
