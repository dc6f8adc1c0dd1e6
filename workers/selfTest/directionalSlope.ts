import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../../src/core/batch/batch.ts';
import type { LlamaConfig } from '../../src/core/families/llama.ts';
import { randomStream } from '../../src/core/random.ts';
import { computeGradients } from '../loop/gradients.ts';
import { tokenLosses } from '../batch/tokenLosses.ts';
import { disposeState, initialState } from '../loop/trainState.ts';
import { sftLosses } from '../objectives/sft.ts';
import { createModel, weightsOf } from '../model/model.ts';

const config: LlamaConfig = {
  modelType: 'llama',
  vocabSize: 11,
  dModel: 8,
  nLayers: 1,
  nHeads: 2,
  nKvHeads: 1,
  headDim: 4,
  dFf: 12,
  maxSeqLen: 8,
  ropeTheta: 10_000,
  rmsNormEps: 1e-5,
  isTied: true,
};

/**
 * How far the gradient of a tiny model is from the slope of its loss along the gradient itself,
 * measured by central differences on the same device: |∇·d − Δ| / |Δ|. A gradient of zeros gives 1.
 */
export async function slopeError(): Promise<number> {
  const model = createModel(config);
  const stream = randomStream(11, 'self-test model');
  const values = Float32Array.from({ length: model.layout.flatLength }, () => stream.next() - 0.5);
  const weights = weightsOf(model, values);
  const state = initialState(weights);
  try {
    const device = state.batchMemory.upload(batch, model);
    tf.tidy(() => void computeGradients(sftLosses(model), state, device));
    const grads = await state.grads.read();
    const length = Math.sqrt(grads.reduce((sum, g) => sum + g * g, 0));
    if (!(length > 0)) return 1;
    const lossAt = async (distance: number): Promise<number> => {
      state.params.write(values.map((value, i) => value + (distance * grads[i]!) / length));
      const loss = tf.tidy(() =>
        tf.sum(tf.mul(tokenLosses(state.weights.params, model, device), device.weights)),
      );
      const [value] = await loss.data();
      loss.dispose();
      return value!;
    };
    const reach = 0.02;
    const slope = ((await lossAt(reach)) - (await lossAt(-reach))) / (2 * reach);
    const error = Math.abs(slope - length) / Math.abs(slope);
    return Number.isFinite(error) ? error : 1;
  } finally {
    disposeState(state);
    weights.dispose();
    model.dispose();
  }
}

const batch: Batch = {
  batchSize: 2,
  seqLen: 4,
  inputIds: Int32Array.of(1, 2, 3, 4, 5, 6, 7, 0),
  targets: Int32Array.of(2, 3, 4, 5, 6, 7, 8, 0),
  lossMask: Float32Array.of(1, 1, 1, 1, 1, 1, 1, 0),
  exampleIds: Int32Array.of(1, 1, 2, 2, 1, 1, 1, 0),
  taskIds: Int32Array.of(0, 0, 0, 0, 0, 0, 0, -1),
  partIds: new Uint8Array(8),
};
