import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateGreedy } from '../../workers/generation/generateGreedy.ts';
import { padPrompts, startDecoding } from '../../workers/generation/kvCache.ts';
import { trainStep } from '../../workers/loop/step.ts';
import { createStepQueue, isFiniteStep } from '../../workers/loop/stepQueue.ts';
import { disposeState, initialState } from '../../workers/loop/trainState.ts';
import { loadTiny, measureParity, packedLogits, recordedBatch } from './parity.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

type Tiny = Awaited<ReturnType<typeof loadTiny>>;

/** Logits of one example alone in its row: [T, V]. */
const logitsAlone = (tiny: Tiny, ids: readonly number[]): tf.Tensor2D =>
  packedLogits(tiny, ids, new Int32Array(ids.length).fill(1));

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
    const packed = packedLogits(tiny, [...row], exampleIds.subarray(0, seqLen));
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
    const greedy = async (eosId: number, limits: readonly number[] = [6, 6, 6]) => {
      const answers = await generateGreedy(
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
        prompts.map((promptIds, i) => ({ promptIds, maxNewTokens: limits[i]! })),
      );
      return answers.map(({ text }) => text);
    };
    const endless = await greedy(-1);
    const first = endless[0]!.split(' ').map(Number);
    expect(first).toHaveLength(6);
    // Rows that have ended are left behind; the others go on as if they were still there.
    const endlessIds = endless.map((text) => text.split(' ').map(Number));
    for (const eosId of new Set(endlessIds.flat())) {
      const wanted = endlessIds.map((ids) => {
        const end = ids.indexOf(eosId);
        return ids.slice(0, end < 0 ? ids.length : end).join(' ');
      });
      expect(await greedy(eosId)).toEqual(wanted);
    }
    const limited = endlessIds.map((ids, i) => ids.slice(0, 2 * i + 1).join(' '));
    expect(await greedy(-1, [1, 3, 5])).toEqual(limited);
  });
});

const options = { nTasks: 1, learningRate: 0.01, weightDecay: 0.01, maxGradNorm: 1 };

describe('a training step', () => {
  async function lossesOf(nSteps: number): Promise<{ losses: number[]; leaked: number }> {
    const { model, weights } = await loadTiny();
    const state = initialState(weights);
    const losses: number[] = [];
    let before = 0;
    for (let i = 0; i < nSteps; i++) {
      const { stats } = trainStep(model, state, recordedBatch(), options);
      losses.push((await stats.data())[0]!);
      stats.dispose();
      if (i === 1) before = tf.memory().numTensors;
    }
    const leaked = tf.memory().numTensors - before;
    disposeState(state);
    return { losses, leaked };
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
});

describe('a training step', () => {
  it('whose gradient is not finite is recognised and changes nothing', async () => {
    const { model, weights } = await loadTiny();
    const state = initialState(weights);
    const queue = createStepQueue();
    trainStep(model, state, recordedBatch(), options).stats.dispose();
    const good = await state.params.read();
    const broken = good.slice();
    broken.fill(Number.NaN, 0, model.config.dModel); // the row of the first token
    state.params.write(broken);
    queue.push({ ...trainStep(model, state, recordedBatch(), options), learningRate: 0.01 });
    expect((await queue.settle(true)).map(isFiniteStep)).toEqual([false]);
    expect(await state.params.read()).toEqual(broken);
    expect((await state.mean.read()).every(Number.isFinite)).toBe(true);
    disposeState(state);
  });

  it('frees all its memory in the end', async () => {
    const { model, weights } = await loadTiny();
    trainOnce({ model, weights }).dispose();
    const before = tf.memory().numTensors;
    trainOnce({ model, weights }).dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  function trainOnce({ model, weights }: Tiny) {
    const state = initialState(weights);
    trainStep(model, state, recordedBatch(), options).stats.dispose();
    return { dispose: () => disposeState(state) };
  }
});

describe('embeddings that stay', () => {
  it('keeps the embeddings as they are where it is told to, decay included', async () => {
    const { model, weights } = await loadTiny();
    const { offset, size } = model.layout.specs.find(({ plan }) => plan.role === 'embedding')!;
    const before = await weights.arena.read();
    const state = initialState(weights, { trainsEmbeddings: false });
    trainStep(model, state, recordedBatch(), options).stats.dispose();
    const after = await weights.arena.read();
    expect(after.slice(offset, offset + size)).toEqual(before.slice(offset, offset + size));
    expect(after.slice(offset + size)).not.toEqual(before.slice(offset + size));
    disposeState(state);
  });

  it('trains the rows of the tokens that it is told of, and only those, where embeddings stay', async () => {
    const { model, weights } = await loadTiny();
    const { offset, size, shape } = model.layout.specs.find(
      ({ plan }) => plan.role === 'embedding',
    )!;
    const before = await weights.arena.read();
    const state = initialState(weights, { trainsEmbeddings: false, openTokens: [3, 7] });
    trainStep(model, state, recordedBatch(), options).stats.dispose();
    const after = await weights.arena.read();
    const width = shape[1]!;
    const rows = Array.from({ length: size / width }, (_, id) => id);
    const moved = rows.filter((id) => {
      const from = offset + id * width;
      return before.slice(from, from + width).some((x, i) => x !== after[from + i]);
    });
    expect(moved).toEqual([3, 7]);
    disposeState(state);
  });
});
