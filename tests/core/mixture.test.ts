import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMixture, drawNext, type Draw } from '../../src/core/sampling/draws.ts';
import { mixingRates } from '../../src/core/sampling/mixingRates.ts';
import type { RatedChannel } from '../../src/core/sampling/sampler.ts';
import { toyTask } from './toys.ts';
import { inWords } from '../inWords.ts';

const on = (size: number, level = 50): RatedChannel => ({ size, level, isOn: true });
const sizes = [100, 1000, 10_000, 50_000].map((size) => on(size));
const rates = (strategy: 'proportional' | 'capped' | 'temperature', cap: number, T = 1) =>
  mixingRates({ strategy, cap, mixingTemperature: T }, sizes).map((rate) => rate.toFixed(6));

describe('mixing rates', () => {
  // Expected numbers: worked by hand from p ∝ min(e, K)^(1/T) on sizes 100, 1,000, 10,000, 50,000.
  test('proportional follows the sizes', () => {
    expect(rates('proportional', 3000)).toEqual(['0.001637', '0.016367', '0.163666', '0.818331']);
  });
  test('a cap of 3,000 flattens the large tasks', () => {
    expect(rates('capped', 3000)).toEqual(['0.014085', '0.140845', '0.422535', '0.422535']);
  });
  test('temperature 2 takes the square root', () => {
    expect(rates('temperature', 1e6, 2)).toEqual(['0.027380', '0.086583', '0.273800', '0.612236']);
  });
  test('temperature takes the root after the cap, as seqio does', () => {
    expect(rates('temperature', 3000, 2)).toEqual(['0.066152', '0.209191', '0.362329', '0.362329']);
  });
  test("FLAN's worked case: sizes 1,000, 3,000 and 30,000 under a cap of 3,000", () => {
    const flan = mixingRates(
      { strategy: 'capped', cap: 3000, mixingTemperature: 1 },
      [1000, 3000, 30_000].map((size) => on(size)),
    );
    expect(flan).toEqual([1 / 7, 3 / 7, 3 / 7]);
  });
  test('faders set the shares and muted channels get none', () => {
    const settings = { strategy: 'faders', cap: 1, mixingTemperature: 1 } as const;
    const muted = { ...on(10, 80), isOn: false };
    expect(mixingRates(settings, [on(10, 75), muted, on(10, 25)])).toEqual([0.75, 0, 0.25]);
  });
  test('no open channel is refused in words', () => {
    const settings = { strategy: 'faders', cap: 1, mixingTemperature: 1 } as const;
    expect(inWords(() => mixingRates(settings, [on(10, 0)]))).toThrow(/none of 1 channels is open/);
  });
});

function drawMany(seed: number, shares: readonly number[], count: number): Draw[] {
  const tasks = shares.map((_, i) => toyTask(`t${i}`, 7 + i));
  let state = createMixture(seed, tasks);
  return Array.from({ length: count }, () => {
    const [draw, after] = drawNext(state, tasks, shares);
    state = after;
    return draw;
  });
}

describe('mixture', () => {
  test('sampled shares match the requested shares', () => {
    const levels = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer(), levels, (seed, raw) => {
        const total = raw.reduce((sum, level) => sum + level, 0);
        fc.pre(total > 0);
        const shares = raw.map((level) => level / total);
        const count = 4000;
        const draws = drawMany(seed, shares, count);
        shares.forEach((share, task) => {
          const drawn = draws.filter(({ taskIndex }) => taskIndex === task).length / count;
          // Five standard errors of a binomial share; a share of 0 must never be drawn.
          expect(Math.abs(drawn - share)).toBeLessThanOrEqual(
            5 * Math.sqrt((share * (1 - share)) / count),
          );
        });
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  test('an epoch shows every instance exactly once, and the next epoch in another order', () => {
    const draws = drawMany(3, [1], 14).map(({ instanceIndex }) => instanceIndex);
    const [first, second] = [draws.slice(0, 7), draws.slice(7)];
    expect([...first].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect([...second].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(second).not.toEqual(first);
  });

  test('moving a fader changes how often a task is drawn, never what its k-th draw shows', () => {
    const ofTask0 = (shares: readonly number[]) =>
      drawMany(9, shares, 400)
        .filter(({ taskIndex }) => taskIndex === 0)
        .map(({ instanceIndex, wordingIndex }) => `${instanceIndex}/${wordingIndex}`)
        .slice(0, 30);
    expect(ofTask0([0.2, 0.8])).toEqual(ofTask0([0.7, 0.3]));
  });
});
