import type { Sampler } from './sampler.ts';

/** p ∝ level: by hand. */
export const faders = {
  name: 'faders',
  rows: {},
  weights: (channels) => channels.map(({ level }) => Math.max(0, level)),
} as const satisfies Sampler;
