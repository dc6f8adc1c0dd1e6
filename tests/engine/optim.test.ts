import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { adamW } from '../../workers/kernels/adamW/adamW.ts';
import type { AdamWState, AdamWStep } from '../../workers/kernels/adamW/adamWStep.ts';
import { gradNorm } from '../../workers/kernels/gradNorm/gradNorm.ts';
import { createArena } from '../../workers/memory/arena.ts';
import type { Arena } from '../../workers/memory/arena.ts';
import { learningRateAt } from '../../workers/optim/schedule.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A state of these parameters with moments of zero. */
function stateOf(params: readonly number[]): AdamWState & { dispose(): void } {
  const zeros = (): Arena => createArena(new Float32Array(params.length));
  const state = { params: createArena(Float32Array.from(params)), mean: zeros(), square: zeros() };
  return { ...state, dispose: () => Object.values(state).forEach((arena) => arena.dispose()) };
}

const step: AdamWStep = {
  step: 1,
  learningRate: 0.01,
  weightDecay: 0.1,
  beta1: 0.9,
  beta2: 0.95,
  epsilon: 1e-8,
  maxGradNorm: 1e9,
  gradScale: 1,
};

function take(state: AdamWState, grads: readonly number[], change: Partial<AdamWStep> = {}): void {
  const vector = tf.tensor1d([...grads]);
  const decays = tf.tensor1d(grads.map((_, i) => (i === 0 ? 1 : 0)));
  const norm = gradNorm(vector, change.gradScale ?? 1);
  adamW(state, { grads: vector, decays, norm }, { ...step, ...change });
}

describe('AdamW', () => {
  it('follows the formulas of the paper for three steps, in double precision by hand', async () => {
    const grads = [0.5, -1.25, 0.1];
    let wanted = 2;
    let mean = 0;
    let square = 0;
    const state = stateOf([2]);
    for (const [i, grad] of grads.entries()) {
      mean = 0.9 * mean + 0.1 * grad;
      square = 0.95 * square + 0.05 * grad ** 2;
      wanted *= 1 - 0.01 * 0.1;
      wanted -=
        (0.01 * (mean / (1 - 0.9 ** (i + 1)))) / (Math.sqrt(square / (1 - 0.95 ** (i + 1))) + 1e-8);
      take(state, [grad], { step: i + 1 });
    }
    expect((await state.params.read())[0]).toBeCloseTo(wanted, 6);
  });

  it('decays the marked parameters alone where the gradient is zero', async () => {
    const state = stateOf([1, 1]);
    take(state, [0, 0], { learningRate: 0.5 });
    expect(Array.from(await state.params.read())).toEqual([expect.closeTo(0.95, 6), 1]);
  });

  it('clips a long gradient to the limit and takes a short one as it is', async () => {
    const clipped = stateOf([0, 0]);
    take(clipped, [3, 4], { maxGradNorm: 1 });
    expect((await clipped.mean.read())[0]).toBeCloseTo(0.06, 6);
    const whole = stateOf([0, 0]);
    take(whole, [0.25, -0.5], { maxGradNorm: 1 });
    expect((await whole.mean.read())[1]).toBeCloseTo(-0.05, 7);
  });

  it('undoes the loss scale before clipping', async () => {
    const state = stateOf([0, 0]);
    take(state, [300, 400], { maxGradNorm: 1, gradScale: 0.01 });
    expect((await state.mean.read())[0]).toBeCloseTo(0.06, 6);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])(
    'changes nothing when the norm is %s',
    async (norm) => {
      const state = stateOf([1, 2]);
      const inputs = { grads: tf.tensor1d([norm, 1]), decays: tf.ones<tf.Rank.R1>([2]) };
      adamW(state, { ...inputs, norm: tf.tensor1d([norm]) }, step);
      expect(Array.from(await state.params.read())).toEqual([1, 2]);
      expect(Array.from(await state.square.read())).toEqual([0, 0]);
    },
  );
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
