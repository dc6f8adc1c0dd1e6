import type { AllRows, ChoiceRow } from '../settingRows.ts';
import { type Choosable, choiceRows } from './choiceRows.ts';
import { lever } from './lever.ts';

/** Every gradient policy by name and settings, one line each; its rule is in `workers/gradients`. */
export const gradientPolicies = [{ name: 'sum', rows: {} }] as const satisfies readonly Choosable[];

type Entry = (typeof gradientPolicies)[number];
export type GradientPolicyName = Entry['name'];

/** How the gradients of the tasks become one step. */
export const gradients = lever({
  id: 'gradients',
  stage: 'gradient',
  rows: choiceRows('gradients', gradientPolicies) as AllRows<
    { gradients: ChoiceRow<GradientPolicyName> } | Entry['rows']
  >,
  live: [],
  paper: null,
});
