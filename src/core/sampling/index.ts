import type { AllRows } from '../settingRows.ts';
import { capped } from './capped.ts';
import { equal } from './equal.ts';
import { faders } from './faders.ts';
import { proportional } from './proportional.ts';
import { temperature } from './temperature.ts';

/** The ways to set the mixture, in the order of the desk. */
export const samplers = [faders, equal, proportional, capped, temperature] as const;

export type SamplerName = (typeof samplers)[number]['name'];
export type SamplerRows = AllRows<(typeof samplers)[number]['rows']>;

/** The settings that a sampler reads: its knobs. */
export const knobsOf = (name: SamplerName): (keyof SamplerRows)[] =>
  Object.keys(samplers.find((sampler) => sampler.name === name)!.rows) as (keyof SamplerRows)[];
