import { expect, test } from 'vitest';
import { changesOf } from '../../src/core/runs/changesOf.ts';
import { trainedIn } from '../../src/core/runs/trainedIn.ts';

const change = (step: number, mixingRates: Record<string, number>, learningRate = 0.006) => ({
  step,
  cause: { kind: 'faders' } as const,
  mixingRates,
  learningRate,
});
const start = { a: 0.25, b: 0.25, c: 0.25, d: 0.25 };
const third = 1 / 3;

test('a muted task is named with its shares, those that made room are not', () => {
  const changes = [change(200, { a: 0, b: third, c: third, d: third })];
  expect(changesOf({ mixingRates: start, changes }, 0.006)).toEqual([
    { step: 200, shares: [{ taskId: 'a', from: 0.25, to: 0 }], learningRate: null },
  ]);
});

test('a learning rate alone is no change of the mixture', () => {
  const changes = [change(50, start, 0.02)];
  expect(changesOf({ mixingRates: start, changes }, 0.006)).toEqual([
    { step: 50, shares: [], learningRate: { from: 0.006, to: 0.02 } },
  ]);
});

test('changes follow each other; those at one step are one; what is taken back is none', () => {
  const changes = [
    change(10, { a: 0.4, b: 0.2, c: 0.2, d: 0.2 }),
    change(10, { a: 0, b: third, c: third, d: third }, 0.01),
    change(20, start, 0.01),
    change(30, { ...start, a: 0.25 }, 0.01),
  ];
  const [first, second, ...rest] = changesOf({ mixingRates: start, changes }, 0.006);
  expect(first).toEqual({
    step: 10,
    shares: [{ taskId: 'a', from: 0.25, to: 0 }],
    learningRate: { from: 0.006, to: 0.01 },
  });
  expect(second).toMatchObject({ step: 20, shares: [{ taskId: 'a', from: 0, to: 0.25 }] });
  expect(rest).toEqual([]);
});

test('several moves are listed largest first', () => {
  const changes = [change(5, { a: 0.5, b: 0.2, c: 0.15, d: 0.15 })];
  const mixingRates = { a: 0.1, b: 0.3, c: 0.3, d: 0.3 };
  const [only] = changesOf({ mixingRates, changes }, 0.006);
  expect(only!.shares.map(({ taskId }) => taskId)).toEqual(['a', 'b']);
});

test('a task that was silenced during the run is still one that it trained on', () => {
  const changes = [change(200, { a: 0, b: 1 })];
  expect(trainedIn({ mixingRates: { a: 0.5, b: 0.5 }, changes })).toEqual(new Set(['a', 'b']));
});
