import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curvePoints } from '../../src/core/analysis/curves/curvePoints.ts';
import { curveKind } from '../../src/core/analysis/curves/index.ts';
import { thinned } from '../../src/core/analysis/curves/points.ts';
import { columnsOf } from '../../src/core/analysis/curves/runColumns.ts';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import { toyRun } from './toyRun.ts';

type Losses = Readonly<Record<string, number>>;

const step = (n: number, losses: Losses): TrainEvent => ({
  type: 'step',
  runId: 'r',
  step: n,
  tokens: n * 100,
  loss: 1,
  lossByTask: Object.fromEntries(
    Object.entries(losses).map(([id, loss]) => [id, { loss, tokens: 10 }]),
  ),
  learningRate: 0.001,
  gradNorm: 1,
  tokensPerSecond: 1000,
  elapsedMs: n * 100,
});

const trainLoss = curveKind('trainLoss');
const pointsOf = (columns: ReturnType<typeof columnsOf>, ids: readonly string[]) => {
  const { xs, ys } = curvePoints(columns, trainLoss, 'step', ids);
  return Array.from(xs, (x, i) => [x, ys[i]]);
};

describe('columns of a run', () => {
  const oneOrTwo = fc.record(
    { a: fc.double({ noNaN: true }), b: fc.double({ noNaN: true }) },
    { requiredKeys: [] },
  );

  test('grown batch by batch they are what they would be made at once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(oneOrTwo, { maxLength: 4 }), { maxLength: 300 }), (batches) => {
        let record = createRunRecord(toyRun('r'));
        let columns = columnsOf(record);
        let n = 0;
        for (const batch of batches) {
          record = applyEvents(
            record,
            batch.map((losses) => step(++n, losses)),
          );
          columns = columnsOf(record, columns);
          pointsOf(columns, ['a', 'b']); // what is kept of it must not change what comes
        }
        for (const ids of [['a'], ['b'], ['a', 'b']]) {
          expect(pointsOf(columns, ids)).toEqual(pointsOf(columnsOf(record), ids));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('an earlier state keeps its own length while the run goes on', () => {
    const first = applyEvents(createRunRecord(toyRun('r')), [step(1, { a: 4 })]);
    const before = columnsOf(first);
    const after = columnsOf(applyEvents(first, [step(2, { a: 3 })]), before);
    expect(pointsOf(after, ['a'])).toEqual([
      [1, 4],
      [2, 3],
    ]);
    expect(pointsOf(before, ['a'])).toEqual([[1, 4]]);
  });

  test('the mean of several tasks has a point where any of them has a value', () => {
    const record = applyEvents(createRunRecord(toyRun('r')), [
      step(1, { a: 4, b: 2 }),
      step(2, {}),
      step(3, { b: 1 }),
    ]);
    expect(pointsOf(columnsOf(record), ['a', 'b', 'unknown'])).toEqual([
      [1, 3],
      [3, 1],
    ]);
  });

  test('a loss that is no number is a point, not a gap', () => {
    const record = applyEvents(createRunRecord(toyRun('r')), [step(1, { a: NaN })]);
    expect(pointsOf(columnsOf(record), ['a'])).toEqual([[1, Infinity]]);
  });
});

test('thinned points keep both ends, every lowest and highest value and what is broken', () => {
  const ys = Float64Array.from({ length: 10_000 }, (_, i) => Math.sin(i / 50));
  ys[3333] = 9;
  ys[4444] = -9;
  ys[5555] = Infinity;
  const points = thinned({ xs: Float64Array.from(ys.keys()), ys }, 400);
  expect(points.ys.length).toBeLessThanOrEqual(401);
  expect([points.xs[0], points.xs.at(-1)]).toEqual([0, 9999]);
  expect([...points.ys]).toEqual(expect.arrayContaining([9, -9, Infinity]));
  expect([...points.xs]).toEqual([...points.xs].sort((a, b) => a - b));
});
