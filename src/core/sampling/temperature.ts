import { number, type NumberRow } from '../settingRows.ts';
import { cap } from './capped.ts';
import type { Sampler } from './sampler.ts';

/** p ∝ min(e_m, K)^(1/T), capped before the root as seqio does (Raffel et al. 2020, section 3.5.2). */
export const temperature = {
  name: 'temperature',
  rows: { mixingTemperature: number([1, 2, 100]), cap },
  weights: (channels, settings) =>
    channels.map(({ size }) => Math.min(size, settings.cap) ** (1 / settings.mixingTemperature)),
} as const satisfies Sampler<{ mixingTemperature: NumberRow; cap: NumberRow }>;
