import { expect, test } from 'vitest';
import type { ChangeCause } from '../../src/core/protocol/index.ts';
import { changesOf } from '../../src/core/runs/changesOf.ts';
import { trainedIn } from '../../src/core/runs/trainedIn.ts';

const change = (
  step: number,
  mixingRates: Record<string, number>,
  cause: ChangeCause = { kind: 'faders' },
) => ({ step, mixingRates, cause, learningRate: 0.006 });
const rate = (from: number, to: number): ChangeCause => ({
  kind: 'setting',
  key: 'learningRate',
  from,
  to,
});
const start = { a: 0.25, b: 0.25, c: 0.25, d: 0.25 };
const third = 1 / 3;
const withoutA = { a: 0, b: third, c: third, d: third };

test('a muted task is named with its shares, those that made room are not', () => {
  const changes = [change(200, withoutA)];
  expect(changesOf({ mixingRates: start, changes })).toEqual([
    { step: 200, by: 'hand', shares: [{ taskId: 'a', from: 0.25, to: 0 }], settings: [] },
  ]);
});

test('a learning rate alone is no change of the mixture', () => {
  const changes = [change(50, start, rate(0.006, 0.02))];
  expect(changesOf({ mixingRates: start, changes })).toEqual([
    {
      step: 50,
      by: 'hand',
      shares: [],
      settings: [{ key: 'learningRate', from: 0.006, to: 0.02 }],
    },
  ]);
});

test('changes follow each other; those at one step are one; what is taken back is none', () => {
  const changes = [
    change(10, { a: 0.4, b: 0.2, c: 0.2, d: 0.2 }),
    change(10, withoutA),
    change(10, withoutA, rate(0.006, 0.02)),
    change(10, withoutA, rate(0.02, 0.01)),
    change(20, start),
    change(30, withoutA),
    change(30, start),
    change(40, start, rate(0.01, 0.02)),
    change(40, start, rate(0.02, 0.01)),
  ];
  const [first, second, ...rest] = changesOf({ mixingRates: start, changes });
  expect(first).toEqual({
    step: 10,
    by: 'hand',
    shares: [{ taskId: 'a', from: 0.25, to: 0 }],
    settings: [{ key: 'learningRate', from: 0.006, to: 0.01 }],
  });
  expect(second).toMatchObject({ step: 20, shares: [{ taskId: 'a', from: 0, to: 0.25 }] });
  expect(rest).toEqual([]);
});

test('what a sampler does by itself is not marked, and not held against the hand', () => {
  const moved = { a: 0.4, b: 0.2, c: 0.2, d: 0.2 };
  const changes = [
    change(10, moved, { kind: 'sampler' }),
    change(20, { a: 0, b: third, c: third, d: third }),
  ];
  expect(changesOf({ mixingRates: start, changes })).toEqual([
    { step: 20, by: 'hand', shares: [{ taskId: 'a', from: 0.4, to: 0 }], settings: [] },
  ]);
});

test('the schedule and the hand at one step are two changes, each from where the other had left it', () => {
  const changes = [
    change(10, withoutA, { kind: 'schedule', settings: [] }),
    change(10, start),
    change(10, withoutA),
  ];
  const share = { taskId: 'a', from: 0.25, to: 0 };
  expect(changesOf({ mixingRates: start, changes: changes.slice(0, 1) })).toMatchObject([
    { by: 'schedule', shares: [share] },
  ]);
  expect(changesOf({ mixingRates: start, changes: changes.slice(0, 2) })).toMatchObject([
    { by: 'schedule', shares: [share] },
    { by: 'hand', shares: [{ taskId: 'a', from: 0, to: 0.25 }] },
  ]);
  expect(changesOf({ mixingRates: start, changes }), 'the hand took its own back').toHaveLength(1);
});

test('several moves are listed largest first', () => {
  const changes = [change(5, { a: 0.5, b: 0.2, c: 0.15, d: 0.15 })];
  const mixingRates = { a: 0.1, b: 0.3, c: 0.3, d: 0.3 };
  const [only] = changesOf({ mixingRates, changes });
  expect(only!.shares.map(({ taskId }) => taskId)).toEqual(['a', 'b']);
});

test('a task that was silenced during the run is still one that it trained on', () => {
  const changes = [change(200, { a: 0, b: 1 })];
  expect(trainedIn({ mixingRates: { a: 0.5, b: 0.5 }, changes })).toEqual(new Set(['a', 'b']));
});
