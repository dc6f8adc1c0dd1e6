import { describe, expect, test } from 'vitest';
import { samplers } from '../../src/core/sampling/index.ts';
import { createMix } from '../../src/core/sampling/mix.ts';
import type { Sampler, Seen } from '../../src/core/sampling/sampler.ts';
import { inWords } from '../inWords.ts';

const channels = [300, 100].map((size) => ({ size, level: 50, isOn: true }));
const settings = { strategy: 'byLoss' };

/** p ∝ the loss seen, looked at every three steps. */
function watched(): { sampler: Sampler; seen: Seen[] } {
  const seen: Seen[] = [];
  const sampler: Sampler = {
    name: 'byLoss',
    rows: {},
    weights: (list, _, now) => {
      seen.push(now);
      return list.map((_one, m) => now.lossByTask[m] ?? 1);
    },
    everyNSteps: () => 3,
  };
  return { sampler, seen };
}

describe('the mixture of a run', () => {
  test('of a sampler that does not adapt is never due for a look', () => {
    const options = { channels, nSteps: 9, samplers };
    const mix = createMix({ ...options, settings: { strategy: 'proportional' } });
    expect(mix.rates).toEqual([0.75, 0.25]);
    expect([1, 2, 3, 100].some((step) => mix.isDue(step))).toBe(false);
  });

  test('follows mean losses since the last look, and keeps a task that was not held', () => {
    const { sampler, seen } = watched();
    const mix = createMix({ settings, channels, nSteps: 9, samplers: [sampler] });
    expect(mix.rates).toEqual([0.5, 0.5]);
    expect([1, 2, 3, 4, 6, 9].filter((step) => mix.isDue(step))).toEqual([3, 6]);

    mix.note([6, 1], [2, 1]);
    mix.note([2, 0], [2, 0]);
    expect(mix.look(3, [40, 30])).toBe(true);
    // (6 + 2) / 4 = 2 and 1 / 1 = 1.
    expect(seen.at(-1)).toEqual({ step: 3, nSteps: 9, drawnByTask: [40, 30], lossByTask: [2, 1] });
    mix.note([9, 0], [3, 0]);
    expect(mix.look(6, [50, 30])).toBe(true);
    expect(mix.rates).toEqual([0.75, 0.25]);
  });

  test('says when a look changed nothing', () => {
    const { sampler } = watched();
    const mix = createMix({ settings, channels, nSteps: 9, samplers: [sampler] });
    expect(mix.look(3, [0, 0])).toBe(false);
  });

  test('takes new faders on what has been seen, and keeps the old ones when all are shut', () => {
    const { sampler } = watched();
    const mix = createMix({ settings, channels, nSteps: 9, samplers: [sampler] });
    mix.note([9, 1], [3, 1]);
    mix.look(3, [0, 0]);
    const shut = channels.map((channel) => ({ ...channel, isOn: false }));
    expect(inWords(() => mix.setChannels(shut))).toThrow(/none of 2 channels is open/);
    expect(mix.rates).toEqual([0.75, 0.25]);
    mix.setChannels([channels[0]!, shut[1]!]);
    expect(mix.rates).toEqual([1, 0]);
  });

  test('of an unknown sampler is refused by name', () => {
    const asked = { settings: { strategy: 'best' }, channels, nSteps: 9, samplers };
    expect(inWords(() => createMix(asked))).toThrow(/strategy: got "best"/);
  });
});
