import { integer } from '../settingRows.ts';
import { lever } from './lever.ts';

/** How often and on how many validation examples every task is judged during a run. */
export const scoring = lever({
  id: 'scoring',
  stage: 'scoring',
  rows: {
    evalEvery: integer([1, 100, 100_000]),
    evalInstances: integer([1, 12, 10_000]),
    metricInstances: integer([0, 6, 10_000]),
  },
  live: [],
  paper: null,
});
