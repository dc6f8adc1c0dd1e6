import { expect, test } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { changeMarks, changeWords } from '../../src/page/state/changeMarks.ts';
import { markHeads } from '../../src/page/ui/plot/markShape.ts';
import { markWords } from '../../src/page/views/Desk/curves/curveWords.ts';
import { toyRun } from '../core/toyRun.ts';
import { eventsOf } from './fakeRun.ts';

const task = (id: string) => ({ id, name: id.toUpperCase() });
const clusters = [
  { name: 'translation', channels: [task('a'), task('b')] },
  { name: 'yes or no', channels: [task('c')] },
  { name: 'lists', channels: ['d', 'e', 'f', 'g'].map(task) },
];
const share = (taskId: string, from: number, to: number) => ({ taskId, from, to });

test('a cluster that was moved as a whole is one move of all its share', () => {
  const shares = [share('a', 0.06, 0), share('b', 0.07, 0)];
  expect(changeWords({ step: 200, by: 'hand', shares, settings: [] }, clusters)).toBe(
    'By hand: translation 13% → 0%',
  );
});

test('a part of a cluster is named by its tasks', () => {
  const shares = [share('a', 0.1, 0.2)];
  expect(changeWords({ step: 1, by: 'hand', shares, settings: [] }, clusters)).toBe(
    'By hand: A 10% → 20%',
  );
});

test('a learning rate is said as such, beside what else was moved', () => {
  const settings = [{ key: 'learningRate', from: 0.006, to: 0.02 }] as const;
  expect(changeWords({ step: 1, by: 'hand', shares: [], settings }, clusters)).toBe(
    'By hand: Learning rate 0.006 → 0.02',
  );
  expect(
    changeWords({ step: 1, by: 'hand', shares: [share('c', 0.2, 0.4)], settings }, clusters),
  ).toBe('By hand: Learning rate 0.006 → 0.02, C 20% → 40%');
});

test('the largest moves are named, the others counted; a task that has left the desk by its id', () => {
  const shares = [
    share('d', 0.1, 0.12),
    share('e', 0.1, 0.4),
    share('f', 0.1, 0.2),
    share('gone', 0.3, 0),
    share('c', 0.1, 0.13),
  ];
  expect(changeWords({ step: 1, by: 'hand', shares, settings: [] }, clusters)).toBe(
    'By hand: E 10% → 40%, gone 30% → 0%, F 10% → 20%, 2 more',
  );
});

test('what the schedule moves has another mark and other words than what the hand moves beside it', () => {
  const changed = (
    kind: 'faders' | 'schedule',
    mixingRates: Readonly<Record<string, number>>,
  ): TrainEvent => ({
    type: 'changed',
    runId: 'r',
    step: 6,
    cause: kind === 'faders' ? { kind } : { kind, settings: [] },
    mixingRates,
    learningRate: 0.006,
  });
  const start = { a: 0.25, b: 0.25, c: 0.25, d: 0.25 };
  const third = 1 / 3;
  const record = applyEvents({ ...createRunRecord(toyRun('r')), mixingRates: start }, [
    changed('schedule', { a: third, b: third, c: 0, d: third }),
    changed('faders', start),
  ]);
  const marks = changeMarks(record, clusters);
  expect(marks.map(({ step, kind }) => [step, kind])).toEqual([
    [6, 'schedule'],
    [6, 'hand'],
  ]);
  expect(markWords(marks, 6, 100)).toBe('By the schedule: C 25% → 0%; By hand: C 0% → 25%');
  expect(new Set(Object.values(markHeads)).size, 'no two kinds look alike').toBe(3);
});

test('a pause is a mark, once however long it lasts, in the order of steps', () => {
  const paused = (step: number): TrainEvent => ({
    type: 'phase',
    runId: 'r',
    step,
    phase: 'paused',
    done: step,
    total: 10,
  });
  const resumed = eventsOf('r').phase('training');
  const record = applyEvents(createRunRecord(toyRun('r')), [
    paused(3),
    paused(4),
    resumed,
    paused(9),
  ]);
  expect(changeMarks(record, clusters)).toEqual([
    { step: 3, label: en.curves.paused, kind: 'pause' },
    { step: 9, label: en.curves.paused, kind: 'pause' },
  ]);
});
