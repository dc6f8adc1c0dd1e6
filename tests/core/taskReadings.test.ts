import { expect, test } from 'vitest';
import { columnsOf } from '../../src/core/analysis/curves/runColumns.ts';
import { smooth } from '../../src/core/analysis/smoothing.ts';
import { busReading, taskReadings } from '../../src/core/analysis/taskReadings.ts';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import { toyLosses, toyRun, toyStep } from './toyRun.ts';

const reading = (score: number | null) => ({ loss: null, score, baseScore: null, interval: null });
const readings = { a: reading(90), b: reading(70), c: reading(10), d: reading(null) };
const columns = columnsOf(createRunRecord(toyRun('r')));
const of = (...trained: string[]) => ({
  columns,
  readings,
  smoothing: 0.6,
  trained: new Set(trained),
});

test('a bus shows the mean of what is trained on, not of new tasks along with it', () => {
  const bus = busReading(of('a', 'b'), ['a', 'b', 'c']);
  expect(bus).toEqual({ ...reading(80), isOfTrained: true });
});

test('a bus without any trained task shows the mean of all that have a value', () => {
  const bus = busReading(of('a'), ['b', 'c', 'd']);
  expect(bus).toMatchObject({ score: 40, isOfTrained: false });
});

const step = (n: number, losses: Readonly<Record<string, number>>): TrainEvent =>
  toyStep(n, toyLosses(losses, { tokens: 1 }));

test("a strip's loss, and a bus's, is the end of the smoothed curve, however the run came in", () => {
  const steps = [
    step(1, { a: 4, b: 2 }),
    step(2, { b: 3 }),
    step(3, { a: Infinity }),
    step(4, { a: 1, b: 1 }),
    step(5, { a: 2 }),
  ];
  let record = createRunRecord(toyRun('r'));
  let columns = columnsOf(record);
  for (const one of steps) {
    record = applyEvents(record, [one]);
    columns = columnsOf(record, columns);
    const readings = taskReadings(columns, 0.9);
    const own = record.steps.flatMap(({ lossByTask }) => lossByTask.a?.loss ?? []);
    expect(readings.a!.loss).toBeCloseTo(smooth(own, 0.9).at(-1), 10);
  }
  const readings = taskReadings(columns, 0.9);
  const bus = busReading({ columns, readings, smoothing: 0.9, trained: new Set('ab') }, ['a', 'b']);
  expect(bus.loss).toBeCloseTo(smooth([3, 3, Infinity, 1, 2], 0.9).at(-1), 10);
  expect(taskReadings(columns, 0).a!.loss).toBe(2);
});
