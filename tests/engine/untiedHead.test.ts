import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LlamaConfig } from '../../src/core/families/llama.ts';
import { flatParams, namedTensors } from '../../workers/data/loadModel.ts';
import { computeGradients } from '../../workers/loop/gradients.ts';
import { trainStep } from '../../workers/loop/step.ts';
import { disposeState, initialState } from '../../workers/loop/trainState.ts';
import { createAdapters } from '../../workers/model/adapters.ts';
import { createModel, weightsOf } from '../../workers/model/model.ts';
import type { Model } from '../../workers/model/model.ts';
import { sftLosses } from '../../workers/objectives/sft.ts';
import type { Trainable } from '../../workers/model/weights.ts';
import { loadTiny, recordedBatch } from './parity.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const options = { nTasks: 1, learningRate: 0.02, weightDecay: 0, maxGradNorm: 1 };

/** The batch's loss after each of these steps. */
async function train(model: Model, weights: Trainable, nSteps: number): Promise<number[]> {
  const state = initialState(weights);
  const losses: number[] = [];
  for (let i = 0; i < nSteps; i++) {
    const { stats } = trainStep(model, state, recordedBatch(), options);
    losses.push((await stats.data())[0]!);
    stats.dispose();
  }
  disposeState(state);
  return losses;
}

describe('a head of its own', () => {
  /** The tiny model with a copy of its embedding as head. */
  async function loadUntied() {
    const tied = await loadTiny();
    const model = createModel({ ...tied.model.config, isTied: false } as LlamaConfig);
    const tensors = namedTensors(tied.model.layout, await tied.weights.arena.read());
    tensors.set('lm_head.weight', tensors.get('model.embed_tokens.weight')!);
    return { tied, model, weights: weightsOf(model, flatParams(model.layout, tensors)) };
  }

  it('has a gradient of its own; a tied one has the sum of both', async () => {
    const { tied, model, weights } = await loadUntied();
    const gradients = async (of: Model, trained: Trainable) => {
      const state = initialState(trained);
      const device = state.batchMemory.upload(recordedBatch(), of);
      computeGradients(sftLosses(of), state, device).losses.dispose();
      const named = namedTensors(of.layout, await state.grads.read());
      disposeState(state);
      return named;
    };
    const apart = await gradients(model, weights);
    const together = await gradients(tied.model, tied.weights);
    const [looked, headed] = ['model.embed_tokens.weight', 'lm_head.weight'].map(
      (name) => apart.get(name)!.data,
    );
    together.get('model.embed_tokens.weight')!.data.forEach((value, i) => {
      expect(looked![i]! + headed![i]!).toBeCloseTo(value, 5);
    });
    expect(headed!.some((value) => value !== 0)).toBe(true);
    expect(apart.get('model.norm.weight')!.data).toEqual(together.get('model.norm.weight')!.data);
  });

  it('learns, alone and under adapters', async () => {
    const { model, weights } = await loadUntied();
    const adapters = await createAdapters(model, weights, 4, 1);
    const losses = await train(model, adapters, 20);
    expect(losses.at(-1)).toBeLessThan(0.8 * losses[0]!);
    const own = await train(model, weights, 12);
    expect(own.at(-1)).toBeLessThan(0.7 * own[0]!);
  });
});
