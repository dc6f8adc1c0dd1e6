import { integer } from '../settingRows.ts';
import { lever } from './lever.ts';

/** The number that all draws follow from: same seed, settings and backend, same curves. */
export const seed = lever({
  id: 'seed',
  stage: 'sampling',
  rows: { seed: integer([0, 1, 2_147_483_647]) },
  live: [],
  paper: null,
});
