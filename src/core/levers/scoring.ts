import { integerOrAuto } from '../settingRows.ts';
import { lever } from './lever.ts';

/**
 * How often and on how many validation examples every task is judged during a run: by what the run can afford
 * (`evaluationPlan`), or every so many steps on so many examples a task.
 */
export const scoring = lever({
  id: 'scoring',
  stage: 'scoring',
  rows: {
    evalEvery: integerOrAuto(1, 100_000),
    evalInstances: integerOrAuto(1, 10_000),
    metricInstances: integerOrAuto(0, 10_000),
  },
  live: [],
  paper: null,
});
