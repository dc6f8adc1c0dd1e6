import { number } from '../settingRows.ts';
import { lever } from './lever.ts';
import { peakLearningRate } from './peakLearningRate.ts';

/** The learning rate over a run: linear warm-up to the peak, then a cosine down. */
export const schedule = lever({
  id: 'schedule',
  stage: 'optimizer',
  rows: {
    learningRate: number([1e-6, peakLearningRate, 1]),
    warmupShare: number([0, 0.03, 0.5]),
    finalLearningRateShare: number([0, 0.1, 1]),
  },
  live: ['learningRate'],
  paper: 'loshchilov2017',
});
