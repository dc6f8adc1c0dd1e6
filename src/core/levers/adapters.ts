import { integer } from '../settingRows.ts';
import { lever } from './lever.ts';

/** Low-rank adapters on a frozen model; rank 0 trains all weights. */
export const adapters = lever({
  id: 'adapters',
  stage: 'optimizer',
  rows: { loraRank: integer([0, 0, 64]) },
  live: [],
  paper: 'hu2022',
});
