import { integer, type NumberRow } from '../settingRows.ts';
import type { Sampler } from './sampler.ts';

/** At most this many examples of a task count: K. */
export const cap = integer([1, 3000, 1_000_000]);

/** p ∝ min(e_m, K) (T5, Raffel et al. 2020, section 3.5.2; FLAN with K = 3,000). */
export const capped = {
  name: 'capped',
  rows: { cap },
  weights: (channels, settings) => channels.map(({ size }) => Math.min(size, settings.cap)),
} as const satisfies Sampler<{ cap: NumberRow }>;
