import { integer } from '../settingRows.ts';
import { lever } from './lever.ts';

/** The chance of each word of an instruction to be left out while training, %. */
export const wordDropout = lever({
  id: 'wordDropout',
  stage: 'rendering',
  rows: { wordDropout: integer([0, 0, 50]) },
  live: [],
  paper: 'iyyer2015',
});
