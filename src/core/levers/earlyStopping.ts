import { choice, integer, number } from '../settingRows.ts';
import { lever } from './lever.ts';

/**
 * Ends a run once so many evaluations, one behind the other, have gained nothing; 0 never does. By `stopMetric` the best
 * evaluation is chosen too, whose weights are kept beside the last, whether runs are ended or not.
 */
export const earlyStopping = lever({
  id: 'earlyStopping',
  stage: 'scoring',
  rows: {
    patience: integer([0, 0, 1000]),
    stopMetric: choice(['score', 'validationLoss'], 'score'),
    minDelta: number([0, 0, 100]),
  },
  live: [],
  paper: 'prechelt1998',
});
