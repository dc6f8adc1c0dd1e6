import { number } from '../settingRows.ts';
import { lever } from './lever.ts';

/** Gradients longer than this norm are scaled down to it. */
export const clipping = lever({
  id: 'clipping',
  stage: 'gradient',
  rows: { maxGradNorm: number([0.01, 1, 1000]) },
  live: [],
  paper: 'pascanu2013',
});
