import { expect, test } from 'vitest';
import type { TrainEvent } from '../../src/core/protocol/index.ts';
import { applyEvents, createRunRecord } from '../../src/core/runs/record.ts';
import { en } from '../../src/page/i18n/en/index.ts';
import { changeMarks, changeWords } from '../../src/page/state/changeMarks.ts';
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
  expect(changeWords({ step: 200, shares, settings: [] }, clusters)).toBe('translation 13% → 0%');
});

test('a part of a cluster is named by its tasks', () => {
  const shares = [share('a', 0.1, 0.2)];
  expect(changeWords({ step: 1, shares, settings: [] }, clusters)).toBe('A 10% → 20%');
});

test('a learning rate is said as such, beside what else was moved', () => {
  const settings = [{ key: 'learningRate', from: 0.006, to: 0.02 }] as const;
  expect(changeWords({ step: 1, shares: [], settings }, clusters)).toBe(
    'Learning rate 0.006 → 0.02',
  );
  expect(changeWords({ step: 1, shares: [share('c', 0.2, 0.4)], settings }, clusters)).toBe(
    'Learning rate 0.006 → 0.02, C 20% → 40%',
  );
});

test('the largest moves are named, the others counted; a task that has left the desk by its id', () => {
  const shares = [
    share('d', 0.1, 0.12),
    share('e', 0.1, 0.4),
    share('f', 0.1, 0.2),
    share('gone', 0.3, 0),
    share('c', 0.1, 0.13),
  ];
  expect(changeWords({ step: 1, shares, settings: [] }, clusters)).toBe(
    'E 10% → 40%, gone 30% → 0%, F 10% → 20%, 2 more',
  );
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
    { step: 3, label: en.curves.paused },
    { step: 9, label: en.curves.paused },
  ]);
});
