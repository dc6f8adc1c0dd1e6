import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { adamW } from '../../workers/optim/adamW.ts';
import type { Moments } from '../../workers/optim/adamW.ts';
import { clipByGlobalNorm } from '../../workers/optim/clipByGlobalNorm.ts';
import { learningRateAt } from '../../workers/optim/schedule.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('AdamW', () => {
  it('follows the formulas of the paper for three steps, in double precision by hand', () => {
    const grads = [0.5, -1.25, 0.1];
    const decay = 0.1;
    let wanted = 2;
    let mean = 0;
    let square = 0;
    let params = tf.tensor1d([2]);
    let moments: Moments = { mean: tf.zeros([1]), square: tf.zeros([1]) };
    grads.forEach((grad, i) => {
      const step = i + 1;
      mean = 0.9 * mean + 0.1 * grad;
      square = 0.95 * square + 0.05 * grad ** 2;
      wanted *= 1 - 0.01 * decay;
      wanted -=
        (0.01 * (mean / (1 - 0.9 ** step))) / (Math.sqrt(square / (1 - 0.95 ** step)) + 1e-8);
      const options = { step, learningRate: 0.01, decay: tf.tensor1d([decay]) };
      ({ params, moments } = adamW(params, moments, tf.tensor1d([grad]), options));
    });
    expect(params.dataSync()[0]).toBeCloseTo(wanted, 6);
  });

  it('decays by the vector alone where the gradient is zero', () => {
    const zero = (): tf.Tensor1D => tf.zeros([2]);
    const { params } = adamW(tf.tensor1d([1, 1]), { mean: zero(), square: zero() }, zero(), {
      step: 1,
      learningRate: 0.5,
      decay: tf.tensor1d([0.1, 0]),
    });
    expect(Array.from(params.dataSync())).toEqual([expect.closeTo(0.95, 6), 1]);
  });
});

describe('clipping by the global norm', () => {
  it('scales a long gradient to the limit and says its norm', () => {
    const { clipped, norm } = clipByGlobalNorm(tf.tensor1d([3, 4]), 1);
    expect(norm.dataSync()[0]).toBeCloseTo(5, 5);
    expect(clipped.dataSync()[0]).toBeCloseTo(0.6, 5);
    expect(clipped.dataSync()[1]).toBeCloseTo(0.8, 5);
  });

  it('leaves a short gradient as it is', () => {
    const { clipped } = clipByGlobalNorm(tf.tensor1d([0.25, -0.5]), 1);
    expect(Array.from(clipped.dataSync())).toEqual([0.25, -0.5]);
  });
});

describe('the learning rate', () => {
  const settings = { learningRate: 1, warmupShare: 0.1, finalLearningRateShare: 0.2 };

  it('rises in a straight line over the warm-up', () => {
    const rates = [1, 5, 10].map((step) => learningRateAt(step, 100, settings));
    expect(rates).toEqual([0.1, 0.5, 1]);
  });

  it('is half-way between peak and end in the middle of the decay', () => {
    expect(learningRateAt(55, 100, settings)).toBeCloseTo(0.6, 10);
  });

  it('ends at the final share', () => {
    expect(learningRateAt(100, 100, settings)).toBeCloseTo(0.2, 10);
  });

  it('starts at the peak when there is no warm-up', () => {
    const rate = learningRateAt(1, 1000, { ...settings, warmupShare: 0 });
    expect(rate).toBeCloseTo(1, 4);
  });
});
