import { expect, test } from 'vitest';
import type { ChangeCause, FaderPosition } from '../../src/core/protocol/index.ts';
import { firstDifference } from '../../src/core/runs/firstDifference.ts';
import type { RunChange, RunStep } from '../../src/core/runs/record.ts';
import { changesOf } from '../../src/core/runs/changesOf.ts';
import { wholeScheduleOf } from '../../src/core/runs/wholeScheduleOf.ts';
import { scheduleOf } from '../../src/core/runs/scheduleOf.ts';
import { differing, movedPositions } from '../../src/core/schedule/movedPositions.ts';
import { parseSchedule } from '../../src/core/schedule/parseSchedule.ts';
import { inWords } from '../inWords.ts';
import { toyPlan } from './toyRun.ts';

const at = (taskId: string, level: number, isOn = true): FaderPosition => ({ taskId, level, isOn });
const change = (
  step: number,
  cause: ChangeCause,
  channels?: readonly FaderPosition[],
): RunChange => ({
  step,
  cause,
  ...(channels && { channels }),
  mixingRates: { a: 0.5, b: 0.5 },
  learningRate: 0.006,
});

test('a schedule from outside is put in order, and moves at one step are one', () => {
  const raw = [
    { step: 9, settings: { learningRate: 0.01 } },
    { step: 4, channels: [at('a', 10), at('b', 20)] },
    { step: 4, channels: [at('a', 30, false)] },
  ];
  expect(parseSchedule(raw)).toEqual([
    { step: 4, channels: [at('a', 30, false), at('b', 20)] },
    { step: 9, settings: { learningRate: 0.01 } },
  ]);
});

test.each([
  [{}, /schedule: got \{\}, wanted a list/],
  [[7], /schedule\[0\]: got 7, wanted an object/],
  [[{ step: 1.5 }], /schedule\[0\]\.step: got 1\.5, wanted a whole number from 0/],
  [[{ step: 1, level: 3 }], /schedule\[0\]\.level: got 3, wanted no such key/],
  [
    [{ step: 1 }, { step: 2, channels: [{ taskId: 'a', level: 201, isOn: true }] }],
    /schedule\[1\]\.channels\[0\]\.level: got 201, wanted a number 0 to 200/,
  ],
  [[{ step: 1, channels: [{ taskId: 'a', level: 1 }] }], /isOn: got nothing, wanted true or false/],
  [[{ step: 1, settings: { learningRate: 7 } }], /learningRate: got 7/],
  [[{ step: 1, settings: { seed: 7 } }], /seed is fixed while a run is on/],
])('a schedule %j is refused by its place', (raw, words) => {
  expect(inWords(() => parseSchedule(raw))).toThrow(words);
});

test('a plan whose schedule moves a stranger is not made', () => {
  const schedule = [{ step: 3, channels: [at('stranger', 5)] }];
  expect(inWords(() => toyPlan({ schedule }))).toThrow(/step 3 moves "stranger"/);
  const known = [{ step: 3, channels: [at('a', 5)] }];
  expect(toyPlan({ schedule: known }).schedule).toEqual(known);
});

test('what a move does not name holds', () => {
  const before = [at('a', 50), at('b', 50)];
  const after = movedPositions(before, [at('b', 50, false), at('elsewhere', 1)]);
  expect(after).toEqual([at('a', 50), at('b', 50, false)]);
  expect(differing(before, after)).toEqual([at('b', 50, false)]);
});

test('the hand and the schedule of a run are one schedule, and what was still to come is in it', () => {
  const plan = toyPlan({
    schedule: [
      { step: 4, channels: [at('a', 10)] },
      { step: 8, channels: [at('b', 90)] },
    ],
  });
  const rate = { key: 'learningRate', from: 0.006, to: 0.02 } as const;
  const changes = [
    change(2, { kind: 'faders' }, [at('a', 70)]),
    change(2, { kind: 'faders' }, [at('a', 75)]),
    change(4, { kind: 'schedule', settings: [] }, [at('a', 10)]),
    change(4, { kind: 'sampler' }),
    change(5, { kind: 'setting', ...rate }),
  ];
  expect(scheduleOf({ plan, changes })).toEqual([
    { step: 2, channels: [at('a', 75)] },
    { step: 4, channels: [at('a', 10)] },
    { step: 5, settings: { learningRate: 0.02 } },
    { step: 8, channels: [at('b', 90)] },
  ]);
});

test('a schedule for another desk begins where all that moves stood at the start', () => {
  const plan = toyPlan();
  const rate = { key: 'learningRate', from: 0.006, to: 0.02 } as const;
  const { learningRate } = plan.settings;
  const changes = [
    change(5, { kind: 'setting', ...rate }),
    change(7, { kind: 'faders' }, [at('a', 75)]),
  ];
  expect(wholeScheduleOf({ plan, changes })).toEqual([
    { step: 0, channels: [at('a', 50)], settings: { learningRate } },
    { step: 5, settings: { learningRate: 0.02 } },
    { step: 7, channels: [at('a', 75)] },
  ]);
  expect(wholeScheduleOf({ plan, changes: [] })).toEqual([]);
});

test('a record that did not keep the faders has no schedule', () => {
  expect(scheduleOf({ plan: toyPlan(), changes: [change(2, { kind: 'faders' })] })).toBeNull();
  expect(scheduleOf({ plan: toyPlan(), changes: [] })).toEqual([]);
});

test('what the schedule moves is marked, and as its own', () => {
  const settings = [{ key: 'learningRate', from: 0.006, to: 0.02 }] as const;
  const changes = [
    { ...change(6, { kind: 'schedule', settings }, [at('a', 0)]), mixingRates: { a: 0, b: 1 } },
  ];
  expect(changesOf({ mixingRates: { a: 0.5, b: 0.5 }, changes })).toMatchObject([
    { step: 6, by: 'schedule', shares: [{ taskId: 'a', from: 0.5, to: 0 }], settings },
  ]);
});

test('two runs differ at the first step that has another bit; steps that only one has are no difference', () => {
  const run = (...losses: number[]) => ({
    steps: losses.map((loss, i): RunStep => ({
      step: i + 1,
      tokens: i,
      loss,
      lossByTask: { a: { loss, tokens: 3 } },
      learningRate: 0.01,
      gradNorm: 1,
      tokensPerSecond: losses.length,
      elapsedMs: 0,
    })),
  });
  expect(firstDifference(run(0.1, 0.2, 0.3), run(0.1, 0.2))).toBeNull();
  expect(firstDifference(run(0.1, 0.2, 0.3), run(0.1, 0.2 + 2 ** -55, 0.4))).toBe(2);
});
