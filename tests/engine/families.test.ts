import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LlamaConfig } from '../../src/core/families/llama.ts';
import type { FamilySpec, ModelSizes } from '../../src/core/families/family.ts';
import { familySpecs } from '../../src/core/families/index.ts';
import { transposed } from '../../src/core/families/storedForm.ts';
import { flatParams, namedTensors } from '../../workers/data/loadModel.ts';
import { padPrompts, startDecoding } from '../../workers/generation/kvCache.ts';
import { computeGradients } from '../../workers/loop/gradients.ts';
import { trainStep } from '../../workers/loop/step.ts';
import { disposeState, initialState } from '../../workers/loop/trainState.ts';
import { createAdapters } from '../../workers/model/adapters.ts';
import type { ModelFamily, Network } from '../../workers/model/families/family.ts';
import { families } from '../../workers/model/families/index.ts';
import { laidOut } from '../../workers/model/layout.ts';
import { createModel, weightsOf } from '../../workers/model/model.ts';
import type { Model } from '../../workers/model/model.ts';
import { project } from '../../workers/model/project.ts';
import { randomWeights } from '../../workers/model/randomWeights.ts';
import type { Trainable } from '../../workers/model/weights.ts';
import { loadTiny, packedLogits, recordedBatch } from './parity.ts';

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

it('every family has its data and its forward pass under one name', () => {
  expect(families.map(({ spec }) => spec)).toEqual(familySpecs);
});

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
      computeGradients(of, state, state.batchMemory.upload(recordedBatch(), of)).dispose();
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

interface BigramConfig extends ModelSizes {
  readonly modelType: 'bigram';
}

/**
 * What a Llama is not: learned positions, a bias, and a matrix that the file holds transposed, in
 * plain operations. The next token from this one and its place in the text.
 */
const bigramSpec: FamilySpec<BigramConfig> = {
  modelType: 'bigram',
  parseConfig: () => bigramConfig,
  activationWords: ({ vocabSize, dModel }) => 3 * dModel + 2 * vocabSize,
  blocks: ({ vocabSize, dModel, maxSeqLen }) => [
    { key: 'tokens', role: 'embedding', tensors: [{ name: 'wte', shape: [vocabSize, dModel] }] },
    { key: 'places', role: 'embedding', tensors: [{ name: 'wpe', shape: [maxSeqLen, dModel] }] },
    {
      key: 'mix',
      role: 'matrix',
      adapts: true,
      writesResidual: true,
      tensors: [{ name: 'mix.weight', shape: [vocabSize, dModel], stored: transposed }],
    },
    { key: 'mix.bias', role: 'bias', tensors: [{ name: 'mix.bias', shape: [vocabSize] }] },
  ],
};

const bigram: ModelFamily<BigramConfig> = {
  spec: bigramSpec,
  createNetwork: (): Network => ({
    hidden(params, { inputIds, starts, seqLen, firstColumn, pick }) {
      const nRows = inputIds.size / seqLen;
      const columns = tf.tile(tf.range(firstColumn, firstColumn + seqLen, 1, 'int32'), [nRows]);
      const places = tf.gather(params.table('places'), tf.cast(tf.sub(columns, starts), 'int32'));
      return pick(tf.add(tf.gather(params.table('tokens'), inputIds), places));
    },
    logits: (params, hidden) =>
      tf.add(project(hidden, params.matrix('mix')), params.vector('mix.bias')),
    dispose: () => undefined,
  }),
};

const bigramConfig: BigramConfig = {
  modelType: 'bigram',
  vocabSize: 61,
  dModel: 8,
  nLayers: 1,
  nHeads: 1,
  maxSeqLen: 32,
};

describe('a family with learned positions, a bias and a transposed matrix', () => {
  const model: Model = {
    config: bigramConfig,
    layout: laidOut(bigramSpec.blocks(bigramConfig)),
    ...bigram.createNetwork(bigramConfig),
  };

  it('starts with zeros in its bias and learns all its blocks', async () => {
    const weights = randomWeights(model, 1);
    const before = namedTensors(model.layout, await weights.arena.read());
    expect([...before.get('mix.bias')!.data]).toEqual(new Array(61).fill(0));
    const losses = await train(model, weights, 30);
    expect(losses.at(-1)).toBeLessThan(0.8 * losses[0]!);
    const after = namedTensors(model.layout, await weights.arena.read());
    for (const [name, { data }] of after) expect(data, name).not.toEqual(before.get(name)!.data);
  });

  it('is written and read as the file has it', async () => {
    const flat = await randomWeights(model, 2).arena.read();
    const tensors = namedTensors(model.layout, flat);
    expect(tensors.get('mix.weight')!.shape).toEqual([8, 61]);
    expect(flatParams(model.layout, tensors)).toEqual(flat);
  });

  it('answers token by token what it says of the whole text', async () => {
    const weights = randomWeights(model, 3);
    const decoding = startDecoding(model, weights.params, padPrompts([[5, 9, 4], [7]], 4));
    decoding.advance(tf.tensor1d([11, 12], 'int32'));
    const got = await decoding.logits.array();
    const texts = [
      [5, 9, 4, 11],
      [7, 12],
    ];
    for (const [row, ids] of texts.entries()) {
      const all = await packedLogits(
        { model, weights },
        ids,
        new Int32Array(ids.length).fill(1),
      ).array();
      all.at(-1)!.forEach((value, v) => expect(got[row]![v]).toBeCloseTo(value, 5));
    }
    decoding.dispose();
  });
});
