import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BatchStream, createBatchStream } from '../../src/core/batch/batchStream.ts';
import type { StreamState } from '../../src/core/batch/streamState.ts';
import { createMix } from '../../src/core/sampling/mix.ts';
import { samplers } from '../../src/core/sampling/index.ts';
import type { Sampler } from '../../src/core/sampling/sampler.ts';
import { toyStreamOptions, toyTask } from './toys.ts';

/** As it comes back from a file. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const texts = [
  ['What is it? ', 'A hat.'],
  ['And this? ', 'A long blue coat.'],
  ['Who? ', 'I.'],
];

/** Every lever that the stream has, on or off. */
const levers = fc.record({
  seed: fc.integer({ min: 0, max: 99 }),
  shotShare: fc.constantFrom(0, 60),
  wordDropout: fc.constantFrom(0, 40),
  rehearsal: fc.constantFrom(0, 25).map((share) => ({ share, texts })),
  seqLen: fc.constantFrom(40, 128),
});
/** How far the faders stand, batch by batch. */
const mixtures = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 2, maxLength: 14 });

const tasks = [toyTask('a', 9), toyTask('b', 5)];
const ratesOf = (level: number) => [level / 10, 1 - level / 10];

describe('a stream of batches', () => {
  test('goes on from its state with the batches that would have come, whatever the levers', () => {
    fc.assert(
      fc.property(levers, mixtures, fc.nat(), (asked, levels, at) => {
        const options = { ...toyStreamOptions, ...asked, tasks };
        const whole = createBatchStream(options);
        const cut = at % levels.length;
        let state: StreamState | undefined;
        const batches = levels.map((level, i) => {
          if (i === cut) state = stored(whole.state());
          return whole.next(ratesOf(level));
        });
        const resumed = createBatchStream({ ...options, from: state! });
        const rest = levels.slice(cut).map((level) => resumed.next(ratesOf(level)));
        expect(rest).toEqual(batches.slice(cut));
        expect(resumed.state()).toEqual(whole.state());
        expect(resumed.drawnByTask).toEqual(whole.drawnByTask);
      }),
      { numRuns: 60 },
    );
  });

  test('starts again from a state of before its first batch', () => {
    const options = { ...toyStreamOptions, seed: 3 };
    const fresh = (): BatchStream => createBatchStream(options);
    const again = createBatchStream({ ...options, from: fresh().state() });
    expect(again.next([0.5, 0.5])).toEqual(fresh().next([0.5, 0.5]));
  });

  test('with anything of its state left out gives other batches', () => {
    const options = { ...toyStreamOptions, seed: 3, rehearsal: { share: 50, texts } };
    const whole = createBatchStream(options);
    whole.next([0.5, 0.5]);
    const state = whole.state();
    const next = whole.next([0.5, 0.5]);
    const without = (left: Partial<StreamState>) =>
      createBatchStream({ ...options, from: { ...state, ...left } }).next([0.5, 0.5]);
    expect(without({})).toEqual(next);
    expect(without({ waiting: [] })).not.toEqual(next);
    expect(without({ texts: 0 })).not.toEqual(next);
    expect(without({ waiting: [], drawn: 0 })).not.toEqual(without({ waiting: [] }));
    expect(without({ waiting: [], drawnByTask: [0, 0] })).not.toEqual(without({ waiting: [] }));
  });

  test('is refused where what waits fits no more', () => {
    const stream = createBatchStream({ ...toyStreamOptions, seed: 3 });
    stream.next([0.5, 0.5]);
    const other = { ...toyStreamOptions, seed: 3, seqLen: 16, from: stream.state() };
    expect(() => createBatchStream(other)).toThrow(/does not fit any more/);
  });
});

describe('the mixture of a run', () => {
  const channels = [300, 100].map((size) => ({ size, level: 50, isOn: true }));
  const byLoss: Sampler = {
    name: 'byLoss',
    rows: {},
    weights: (list, _settings, { lossByTask, drawnByTask, step }) =>
      list.map((_, m) => (lossByTask[m] ?? 1) + drawnByTask[m]! / 7 + step * m),
    everyNSteps: () => 3,
  };
  const options = { settings: { strategy: 'byLoss' }, channels, nSteps: 30, samplers: [byLoss] };

  test('goes on from its state with the rates that would have come, in the middle of a stretch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 9 }), (cut, loss) => {
        const step = (mix: ReturnType<typeof createMix>, n: number) => {
          mix.note([loss * n, 1], [n, n % 2]);
          if (mix.isDue(n)) mix.look(n, [3 * n, n]);
          return mix.rates;
        };
        const whole = createMix(options);
        for (let n = 1; n <= cut; n++) step(whole, n);
        const resumed = createMix({ ...options, from: stored(whole.state()) });
        expect(resumed.rates).toEqual(whole.rates);
        for (let n = cut + 1; n < 25; n++) expect(step(resumed, n)).toEqual(step(whole, n));
      }),
    );
  });

  test('of every shipped sampler is the same from its state and the faders as they stand', () => {
    for (const { name } of samplers) {
      const settings = { strategy: name, cap: 200, mixingTemperature: 3 };
      const whole = createMix({ settings, channels, nSteps: 9, samplers });
      const moved = [{ ...channels[0]!, level: 13 }, channels[1]!];
      whole.setChannels(moved);
      const from = stored(whole.state());
      const resumed = createMix({ settings, channels: moved, nSteps: 9, samplers, from });
      expect(resumed.rates).toEqual(whole.rates);
    }
  });
});
