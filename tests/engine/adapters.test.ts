import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { trainStep } from '../../workers/loop/step.ts';
import { tokenLosses } from '../../workers/batch/tokenLosses.ts';
import { disposeState, initialState } from '../../workers/loop/trainState.ts';
import { createAdapters } from '../../workers/model/adapters.ts';
import { weightsOf } from '../../workers/model/model.ts';
import type { Trainable } from '../../workers/model/weights.ts';
import { loadTiny, recordedBatch } from './parity.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

type Tiny = Awaited<ReturnType<typeof loadTiny>>;
const options = { nTasks: 1, learningRate: 0.02, weightDecay: 0, maxGradNorm: 1 };

/** Mean loss of the recorded batch. */
async function lossOf({ model }: Tiny, weights: Trainable): Promise<number> {
  const state = initialState(weights);
  const device = state.batchMemory.upload(recordedBatch(), model);
  const losses = tokenLosses(weights.params, model, device);
  const [loss] = await tf.sum(tf.mul(losses, device.weights)).data();
  disposeState(state);
  return loss!;
}

/** Adapters after some steps. */
async function trained(tiny: Tiny, nSteps: number) {
  const adapters = await createAdapters(tiny.model, tiny.weights, 4, 1);
  const state = initialState(adapters);
  for (let i = 0; i < nSteps; i++) {
    trainStep(tiny.model, state, recordedBatch(), options).stats.dispose();
  }
  disposeState(state);
  return adapters;
}

describe('low-rank adapters', () => {
  it('change nothing before the first step', async () => {
    const tiny = await loadTiny();
    const before = await lossOf(tiny, tiny.weights);
    // The frozen matrices are rounded to halves.
    expect(await lossOf(tiny, await trained(tiny, 0))).toBeCloseTo(before, 2);
  });

  it('learn the batch and leave the frozen weights alone', async () => {
    const tiny = await loadTiny();
    const before = await tiny.weights.arena.read();
    const loss = await lossOf(tiny, tiny.weights);
    expect(await lossOf(tiny, await trained(tiny, 30))).toBeLessThan(0.8 * loss);
    expect(await tiny.weights.arena.read()).toEqual(before);
  });

  it('give the same losses once they are merged into the model', async () => {
    const tiny = await loadTiny();
    const adapters = await trained(tiny, 30);
    const merged = weightsOf(tiny.model, await adapters.merged());
    expect(await lossOf(tiny, merged)).toBeCloseTo(await lossOf(tiny, adapters), 2);
  });

  it('train the rows of open tokens too, in the table and the output tied to it, and no other', async () => {
    const tiny = await loadTiny();
    const { vocabSize } = tiny.model.config;
    const open = recordedBatch().targets.find((id) => id > 1)!;
    const adapters = await createAdapters(tiny.model, tiny.weights, 4, 1, true);
    const before = await lossOf(tiny, adapters);
    const state = initialState(adapters, { trainsEmbeddings: false, openTokens: [open] });
    for (let i = 0; i < 10; i++) {
      trainStep(tiny.model, state, recordedBatch(), options).stats.dispose();
    }
    disposeState(state);
    const rows = async (weights: Trainable): Promise<number[][]> => {
      const table = weights.params.table('embedding');
      return (await table.array()).map((row) => [...row]);
    };
    const [base, trainedRows] = [await rows(tiny.weights), await rows(adapters)];
    const moved = Array.from({ length: vocabSize }, (_, id) => id).filter(
      (id) => JSON.stringify(base[id]) !== JSON.stringify(trainedRows[id]),
    );
    expect(moved).toEqual([open]);
    const after = await lossOf(tiny, adapters);
    expect(after).toBeLessThan(before);
    const merged = weightsOf(tiny.model, await adapters.merged());
    expect((await rows(merged))[open]).toEqual(trainedRows[open]);
    expect(await lossOf(tiny, merged)).toBeCloseTo(after, 2);
  });

  it('leave no tensor behind', async () => {
    const tiny = await loadTiny();
    (await trained(tiny, 2)).dispose();
    const before = tf.memory().numTensors;
    (await trained(tiny, 2)).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
