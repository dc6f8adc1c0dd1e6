import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curvePoints } from '../../src/core/analysis/curves/curvePoints.ts';
import { curveKind } from '../../src/core/analysis/curves/index.ts';
import type { CurveKind } from '../../src/core/analysis/curves/curveKind.ts';
import type { XAxis } from '../../src/core/analysis/curves/xAxes.ts';
import { smooth } from '../../src/core/analysis/smoothing.ts';
import { columnsOf } from '../../src/core/analysis/curves/runColumns.ts';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import { toyLosses, toyRun, toyStep } from './toyRun.ts';

type Losses = Readonly<Record<string, number>>;

const step = (n: number, losses: Losses): TrainEvent =>
  toyStep(n, toyLosses(losses, { tokens: 10, examples: 1, allTokens: 40 }));

const trainLoss = curveKind('trainLoss');
const pointsOf = (columns: ReturnType<typeof columnsOf>, ids: readonly string[]) => {
  const { xs, ys } = curvePoints(columns, { kind: trainLoss, xAxis: 'step', taskIds: ids });
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

describe('along what a curve is laid out', () => {
  const record = applyEvents(createRunRecord(toyRun('r')), [
    step(1, { a: 4, b: 2 }),
    step(2, { b: 3 }),
    step(3, { a: 1 }),
    {
      type: 'evaluated',
      runId: 'r',
      step: 2,
      split: 'validation',
      results: [{ taskId: 'a', loss: 1, metric: 'exactMatch', score: 50, instances: 4 }],
      answers: [],
      elapsedMs: 1,
    },
  ]);
  const along = (xAxis: XAxis, kind: CurveKind, ids: readonly string[]) => [
    ...curvePoints(columnsOf(record), { kind, xAxis, taskIds: ids }).xs,
  ];

  test('tokens and seconds are the run’s', () => {
    expect(along('tokens', trainLoss, ['a'])).toEqual([100, 300]);
    expect(along('seconds', trainLoss, ['a'])).toEqual([0.1, 0.3]);
    expect(along('seconds', curveKind('score'), ['a'])).toEqual([0.2]);
  });

  test('tokens of the task are its own alone, of a cluster those of its tasks', () => {
    expect(along('taskTokens', trainLoss, ['a'])).toEqual([40, 80]);
    expect(along('taskTokens', trainLoss, ['b'])).toEqual([40, 80]);
    expect(along('taskTokens', trainLoss, ['a', 'b'])).toEqual([80, 120, 160]);
    expect(along('taskTokens', curveKind('score'), ['a'])).toEqual([40]);
  });
});

test('a curve smoothed piece by piece is the curve smoothed at once', () => {
  fc.assert(
    fc.property(
      // -0 is no other value than 0.
      fc.array(
        fc.double({ min: -9, max: 9, noNaN: true }).map((y) => y + 0),
        { minLength: 1, maxLength: 60 },
      ),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom(0, 0.5, 0.9, 0.99),
      (losses, cut, smoothing) => {
        const asked = { kind: trainLoss, xAxis: 'step', taskIds: ['a'], smoothing } as const;
        let n = 0;
        const events = losses.map((a) => step(++n, { a }));
        const first = applyEvents(createRunRecord(toyRun('r')), events.slice(0, cut));
        const before = columnsOf(first);
        curvePoints(before, asked);
        const whole = columnsOf(applyEvents(first, events.slice(cut)), before);
        expect([...curvePoints(whole, asked).ys]).toEqual([...smooth(losses, smoothing)]);
      },
    ),
  );
});
