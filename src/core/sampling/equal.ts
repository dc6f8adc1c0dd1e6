import type { Sampler } from './sampler.ts';

/** p = 1/M for the M open channels. */
export const equal = {
  name: 'equal',
  rows: {},
  weights: (channels) => channels.map(() => 1),
} as const satisfies Sampler;
