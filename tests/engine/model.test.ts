import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateGreedy } from '../../workers/generation/generateGreedy.ts';
import { padPrompts, startDecoding } from '../../workers/generation/kvCache.ts';
import { registerCpuSegmentSum } from '../../workers/kernels/segmentSum/segmentSum.ts';
import { packedMask } from '../../workers/loop/attentionMask.ts';
import { trainStep } from '../../workers/loop/step.ts';
import { createStepQueue, isFiniteStep } from '../../workers/loop/stepQueue.ts';
import { decayVector, disposeState, initialState } from '../../workers/loop/trainState.ts';
import { allRows, decoder, head } from '../../workers/model/transformer.ts';
import { loadTiny, measureParity, recordedBatch } from './parity.ts';

beforeAll(async () => {
  registerCpuSegmentSum();
  await tf.setBackend('cpu');
});

type Tiny = Awaited<ReturnType<typeof loadTiny>>;

/** Logits of one example alone in its row: [T, V]. */
function logitsAlone({ model, weights }: Tiny, ids: readonly number[]): tf.Tensor2D {
  const mask = packedMask(new Int32Array(ids.length).fill(1), 1, ids.length);
  const inputs = {
    inputIds: tf.tensor1d([...ids], 'int32'),
    mask: tf.tensor4d(mask, [1, 1, ids.length, ids.length]),
    seqLen: ids.length,
    pick: allRows,
    positions: model.rope(ids.length),
  };
  return head(weights.params, decoder(weights.params, model.config, inputs));
}

const lastRow = (logits: tf.Tensor2D): number[] =>
  Array.from(tf.slice2d(logits, [logits.shape[0] - 1, 0], [1, -1]).dataSync());

describe('the model', () => {
  it('agrees with the PyTorch reference in logits, loss and every gradient', async () => {
    const parity = await measureParity();
    expect(parity.logits).toBeLessThan(1e-3);
    expect(parity.loss).toBeLessThan(1e-3);
    for (const [name, value] of Object.entries(parity.gradients)) {
      expect(value, name).toBeLessThan(1e-3);
    }
  });

  it('gives a packed example the logits that it has alone', async () => {
    const tiny = await loadTiny();
    const { inputIds, exampleIds, seqLen } = recordedBatch();
    const row = inputIds.subarray(0, seqLen);
    const inputs = {
      inputIds: tf.tensor1d(row, 'int32'),
      mask: tf.tensor4d(packedMask(exampleIds.subarray(0, seqLen), 1, seqLen), [
        1,
        1,
        seqLen,
        seqLen,
      ]),
      seqLen,
      pick: allRows,
      positions: tiny.model.rope(seqLen),
    };
    const { params } = tiny.weights;
    const packed = head(params, decoder(params, tiny.model.config, inputs));
    const alone = logitsAlone(tiny, Array.from(row.subarray(9, 17))); // the second example
    const difference = tf.max(tf.abs(tf.sub(tf.slice2d(packed, [9, 0], [8, -1]), alone)));
    expect(difference.dataSync()[0]).toBeLessThan(1e-4);
  });
});

describe('decoding with the key-value cache', () => {
  const prompts = [
    [7, 12, 15, 38, 17],
    [40, 3],
    [22, 9, 31],
  ];

  it('gives every row of a left-padded batch the logits of its text alone', async () => {
    const tiny = await loadTiny();
    const decoding = startDecoding(tiny.model, tiny.weights.params, padPrompts(prompts, 8));
    const texts = prompts.map((ids) => [...ids]);
    for (let step = 0; step < 4; step++) {
      const rows = await decoding.logits.array();
      rows.forEach((row, r) => {
        const wanted = lastRow(logitsAlone(tiny, texts[r]!));
        row.forEach((value, v) => expect(value).toBeCloseTo(wanted[v]!, 3));
      });
      const next = [step + 2, 2 * step + 5, 50 - step];
      next.forEach((id, r) => texts[r]!.push(id));
      decoding.advance(tf.tensor1d(next, 'int32'));
    }
    decoding.dispose();
  });

  it('answers greedily and stops each row at its own end of sequence', async () => {
    const { model, weights } = await loadTiny();
    const greedy = (eosId: number) =>
      generateGreedy(
        {
          model,
          params: weights.params,
          tokenizer: {
            encode: () => [],
            decode: (ids) => ids.join(' '),
            byteLength: () => 1,
            eosId,
            padId: 0,
            vocabSize: model.config.vocabSize,
          },
        },
        prompts,
        6,
      );
    const endless = await greedy(-1);
    const first = endless[0]!.split(' ').map(Number);
    expect(first).toHaveLength(6);
    const [answer] = await greedy(first[2]!);
    expect(answer).toBe(first.slice(0, first.indexOf(first[2]!)).join(' '));
  });
});

describe('a training step', () => {
  const options = { nTasks: 1, learningRate: 0.01, maxGradNorm: 1 };

  async function lossesOf(nSteps: number): Promise<{ losses: number[]; leaked: number }> {
    const { model, weights } = await loadTiny();
    const decay = decayVector(model.table, 0.01);
    let state = initialState(model.table, model.config.nLayers, weights);
    const losses: number[] = [];
    let before = 0;
    for (let i = 0; i < nSteps; i++) {
      const result = trainStep(model, state, recordedBatch(), { ...options, decay });
      losses.push((await result.stats.data())[0]!);
      result.stats.dispose();
      disposeState(state);
      state = result.state;
      if (i === 1) before = tf.memory().numTensors;
    }
    return { losses, leaked: tf.memory().numTensors - before };
  }

  it('lowers the loss of its batch', async () => {
    const { losses } = await lossesOf(12);
    expect(losses.at(-1)).toBeLessThan(0.7 * losses[0]!);
  });

  it('gives the same losses bit for bit when repeated, and leaves no tensor behind', async () => {
    const first = await lossesOf(6);
    const second = await lossesOf(6);
    expect(second.losses).toEqual(first.losses);
    expect(second.leaked).toBe(0);
  });

  it('that gives no finite loss is recognised, and the state before it comes back', async () => {
    const { model, weights } = await loadTiny();
    const decay = decayVector(model.table, 0);
    const before = initialState(model.table, model.config.nLayers, weights);
    const queue = createStepQueue();
    const broken = { ...options, learningRate: Number.NaN, decay };
    const first = trainStep(model, before, recordedBatch(), broken);
    queue.push({ ...first, before, learningRate: Number.NaN });
    expect((await queue.settle(true)).map(isFiniteStep)).toEqual([true]); // its update is what breaks
    const second = trainStep(model, first.state, recordedBatch(), { ...options, decay });
    queue.push({ ...second, before: first.state, learningRate: 0.01 });
    expect((await queue.settle(true)).map(isFiniteStep)).toEqual([false]);
    expect(queue.rollBack()).toBe(first.state);
    expect(first.state.weights.flat.isDisposed).toBe(false);
    expect(second.state.weights.flat.isDisposed).toBe(true);
  });
});
