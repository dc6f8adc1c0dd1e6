import { integer } from '../settingRows.ts';
import { lever } from './lever.ts';

/** Rows a step, and tokens a row that examples are packed into. */
export const batch = lever({
  id: 'batch',
  stage: 'packing',
  rows: { batchSize: integer([1, 8, 256]), seqLen: integer([32, 256, 256]) },
  live: [],
  paper: 'raffel2020',
});
