import { number } from '../settingRows.ts';
import { lever } from './lever.ts';

/** AdamW's decoupled decay of all matrices. */
export const weightDecay = lever({
  id: 'weightDecay',
  stage: 'optimizer',
  rows: { weightDecay: number([0, 0.01, 1]) },
  live: [],
  paper: 'loshchilov2019',
});
