/** A toy model family: one file, one line in a list, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, expect, test } from 'vitest';
import type { FamilySpec, ModelSizes } from '../../../src/core/families/family.ts';
import { transposed } from '../../../src/core/families/storedForm.ts';
import { readSafetensors, writeSafetensors } from '../../../src/core/formats/safetensors.ts';
import { namedTensors } from '../../../workers/data/loadModel.ts';
import { padPrompts, startDecoding } from '../../../workers/generation/kvCache.ts';
import type { ModelFamily, Network } from '../../../workers/model/families/family.ts';
import { families as shipped } from '../../../workers/model/families/index.ts';
import { createModel } from '../../../workers/model/model.ts';
import { project } from '../../../workers/model/project.ts';
import { randomWeights } from '../../../workers/model/randomWeights.ts';
import { packedLogits } from '../../engine/parity.ts';
import { projectRoot } from '../projectFiles.ts';
import { startTrainerInNode } from './trainerInNode.ts';

interface BigramConfig extends ModelSizes {
  readonly modelType: 'bigram';
}

/**
 * As such a file would read. What a Llama is not: learned positions, a bias, and a matrix that the file holds transposed, in
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
  vocabSize: 2048,
  dModel: 8,
  nLayers: 1,
  nHeads: 1,
  maxSeqLen: 256,
};
const families = [...shipped, bigram];

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** The files of such a model, with random weights. */
async function filesOf(folder: string): Promise<Record<string, Uint8Array>> {
  const model = createModel(bigramConfig, families);
  const weights = randomWeights(model, 1);
  const tensors = namedTensors(model.layout, await weights.arena.read());
  weights.dispose();
  return {
    [`${folder}config.json`]: new TextEncoder().encode('{"model_type":"bigram"}'),
    [`${folder}model.safetensors`]: writeSafetensors(tensors, 'F16'),
    [`${folder}tokenizer.json`]: readFileSync(
      join(projectRoot, 'public/models/nano/tokenizer.json'),
    ),
  };
}

test('it is loaded, trained with a bias that started at 0, asked and exported', async () => {
  const files = await filesOf('models/toy/');
  const before = readSafetensors(files['models/toy/model.safetensors']!);
  expect(before.get('mix.bias')!.data.every((value) => value === 0)).toBe(true);
  const trainer = await startTrainerInNode({ families }, { name: 'toy', files });
  const record = await trainer.run({ learningRate: 0.02, trainEmbeddings: true });
  expect(record).toMatchObject({ status: 'completed', model: { name: 'toy', nLayers: 1 } });
  const losses = record.evaluations.map(({ results }) => results[0]!.loss);
  expect(losses.at(-1)).toBeLessThan(losses[0]!);

  const tuned = await trainer.api.exportWeights('tuned');
  trainer.close();
  const after = readSafetensors(tuned.ok ? tuned.value : new Uint8Array());
  for (const [name, { shape, data }] of before) {
    expect(after.get(name)!.shape, name).toEqual(shape);
    expect(after.get(name)!.data, name).not.toEqual(data);
  }
}, 180_000);

test('it answers token by token what it says of the whole text', async () => {
  const model = createModel(bigramConfig, families);
  const weights = randomWeights(model, 3);
  const decoding = startDecoding(model, weights.params, padPrompts([[5, 9, 4], [7]], 4));
  decoding.advance(tf.tensor1d([11, 12], 'int32'));
  const got = await decoding.logits.array();
  for (const [row, ids] of [
    [5, 9, 4, 11],
    [7, 12],
  ].entries()) {
    const alone = new Int32Array(ids.length).fill(1);
    const all = await packedLogits({ model, weights }, ids, alone).array();
    const last = all[ids.length - 1]!;
    last.forEach((value, v) => expect(got[row]![v]).toBeCloseTo(value, 5));
  }
  decoding.dispose();
});
