import { samplers, type SamplerName, type SamplerRows } from '../sampling/index.ts';
import type { Sampler } from '../sampling/sampler.ts';
import type { AllRows, ChoiceRow, SettingRows } from '../settingRows.ts';
import { choiceRows } from './choiceRows.ts';
import { lever } from './lever.ts';

/** Which sampler, and the knobs of all of them. */
export const mixingRows = (list: readonly Sampler[]): SettingRows => choiceRows('strategy', list);

/** What sets each task's share of the draws: one of the samplers, with the knobs that they read. */
export const mixing = lever({
  id: 'mixing',
  stage: 'sampling',
  rows: mixingRows(samplers) as AllRows<{ strategy: ChoiceRow<SamplerName> } | SamplerRows>,
  live: [],
  paper: 'raffel2020',
});
