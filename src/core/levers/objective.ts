import type { AllRows, ChoiceRow } from '../settingRows.ts';
import { type Choosable, choiceRows } from './choiceRows.ts';
import { lever } from './lever.ts';

/** Every objective by name and settings, one line each; its loss is in `workers/objectives`. */
export const objectives = [{ name: 'sft', rows: {} }] as const satisfies readonly Choosable[];

type Entry = (typeof objectives)[number];
export type ObjectiveName = Entry['name'];

/** What each step makes smaller. */
export const objective = lever({
  id: 'objective',
  stage: 'objective',
  rows: choiceRows('objective', objectives) as AllRows<
    { objective: ChoiceRow<ObjectiveName> } | Entry['rows']
  >,
  live: [],
  paper: null,
});
