import { samplers, type SamplerName, type SamplerRows } from '../sampling/index.ts';
import { type AllRows, choice, type ChoiceRow, type SettingRows } from '../settingRows.ts';
import { lever } from './lever.ts';

const names: readonly SamplerName[] = samplers.map(({ name }) => name);
const knobs: SettingRows = Object.assign({}, ...samplers.map(({ rows }) => rows));

/** What sets each task's share of the draws: one of the samplers, with the knobs that they read. */
export const mixing = lever({
  id: 'mixing',
  stage: 'sampling',
  rows: { strategy: choice(names, 'faders'), ...knobs } as AllRows<
    { strategy: ChoiceRow<SamplerName> } | SamplerRows
  >,
  live: [],
  paper: 'raffel2020',
});
