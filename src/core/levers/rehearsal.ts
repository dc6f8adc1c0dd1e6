import { integer } from '../settingRows.ts';
import { lever } from './lever.ts';

/** The share of rows that are texts of the pre-training, so that less of it is forgotten, %. */
export const rehearsal = lever({
  id: 'rehearsal',
  stage: 'packing',
  rows: { rehearsalShare: integer([0, 0, 90]) },
  live: [],
  paper: 'ouyang2022',
});
