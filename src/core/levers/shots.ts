import { integer } from '../settingRows.ts';
import { lever } from './lever.ts';

/** The share of training examples that come with one, two or four solved cases in front, %. */
export const shots = lever({
  id: 'shots',
  stage: 'rendering',
  rows: { shotShare: integer([0, 10, 100]) },
  live: [],
  paper: 'chung2022',
});
