import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, expect, test } from 'vitest';
import { llama } from '../../src/core/families/llama.ts';
import { readSafetensors } from '../../src/core/formats/safetensors.ts';
import { modelNames, type ModelName } from '../../src/core/models.ts';
import { flatParams } from '../../workers/data/loadModel.ts';
import { computeGradients } from '../../workers/loop/gradients.ts';
import { disposeState, initialState } from '../../workers/loop/trainState.ts';
import { createModel, weightsOf } from '../../workers/model/model.ts';
import { sftLosses } from '../../workers/objectives/sft.ts';
import { allRows } from '../../workers/model/families/family.ts';
import { difference, recordedBatch, type RecordedBatch } from './parity.ts';

/** What PyTorch computed with the published fp16 weights (recipe/parity.py). */
interface Recorded extends RecordedBatch {
  readonly loss: number;
  readonly logitsAt: readonly { row: number; position: number; logits: number[] }[];
  readonly gradients: Readonly<Record<string, { norm: number; first: number[] }>>;
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const file = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(file(path), 'utf8'));

function load(name: ModelName) {
  const folder = `public/models/${name}`;
  const model = createModel(llama.parseConfig(readJson(`${folder}/config.json`)));
  const tensors = readSafetensors(
    new Uint8Array(readFileSync(file(`${folder}/model.safetensors`))),
  );
  return { model, weights: weightsOf(model, flatParams(model.layout, tensors)) };
}

test.each(modelNames)(
  'the shipped %s gives the logits, the loss and the gradients that PyTorch has with its weights',
  async (name) => {
    const recorded = readJson(`tests/fixtures/parity/${name}.json`) as Recorded;
    const { model, weights } = load(name);
    const state = initialState(weights);
    const device = state.batchMemory.upload(recordedBatch(recorded), model);

    const everywhere = { ...device.inputs, pick: allRows };
    const hidden = model.hidden(weights.params, everywhere, device.attend);
    const logits = await model.logits(weights.params, hidden).data();
    for (const { row, position, logits: wanted } of recorded.logitsAt) {
      const start = (row * recorded.seqLen + position) * model.config.vocabSize;
      const got = logits.slice(start, start + model.config.vocabSize);
      expect(difference(got, wanted), `row ${row}, position ${position}`).toBeLessThan(1e-3);
    }

    const { losses } = computeGradients(sftLosses(model), state, device);
    const [loss] = await tf.sum(tf.mul(losses, device.weights)).data();
    expect(Math.abs(loss! / recorded.loss - 1)).toBeLessThan(1e-3);

    const gradients = await state.grads.read();
    disposeState(state);
    for (const { name: param, offset, size } of model.layout.specs) {
      const { norm, first } = recorded.gradients[param]!;
      const got = gradients.slice(offset, offset + size);
      expect(Math.abs(normOf(got) / norm - 1), param).toBeLessThan(1e-3);
      const worst = Math.max(...first.map((value, at) => Math.abs(got[at]! - value)));
      expect(worst, param).toBeLessThan(1e-3 * norm);
    }
  },
  120_000,
);

const normOf = (values: Float32Array): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
