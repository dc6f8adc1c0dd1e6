import type { Sampler } from './sampler.ts';

/** p ∝ e_m, the number of training examples. */
export const proportional = {
  name: 'proportional',
  rows: {},
  weights: (channels) => channels.map(({ size }) => size),
} as const satisfies Sampler;
