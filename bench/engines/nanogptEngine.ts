import BasicTrainer from '../../node_modules/@genai-fi/nanogpt/dist/training/BasicTrainer.js';
import NanoGPTV2 from '../../node_modules/@genai-fi/nanogpt/dist/models/NanoGPTV2.js';
import { selectBackend } from '../../node_modules/@genai-fi/nanogpt/dist/backend.js';
// @ts-expect-error: the package bundles a TensorFlow.js of its own, without declarations.
import { I as tensor2d } from '../../node_modules/@genai-fi/nanogpt/dist/dist-Da20xy8E.js';
import { adamW } from '../benchEngine.ts';
import type { BenchEngine, BenchSetup } from '../benchEngine.ts';

interface Held {
  data(): Promise<ArrayLike<number>>;
  dispose(): void;
}
const toTensor = tensor2d as (ids: Int32Array, shape: [number, number], dtype: 'int32') => Held;

interface Stepping {
  trainStep(state: object, batch: { xs: Held; ys: Held }): Held;
}

/**
 * nanogpt 1.3.0 by its own trainer's step (protected there, called here), on its own model of the same
 * sizes: RMSNorm, RoPE, QK-norm and a two-matrix MLP of 4 × d where the others have SwiGLU.
 */
export async function createNanogpt(setup: BenchSetup): Promise<BenchEngine> {
  const { shape, backend, precision } = setup;
  if (backend !== 'webgpu') throw new Error('nanogpt trains on WebGPU only');
  await selectBackend('webgpu');
  const model = new NanoGPTV2({
    modelType: 'GenAI_NanoGPT_v2',
    vocabSize: shape.vocabSize,
    blockSize: shape.seqLen,
    nLayer: shape.nLayers,
    nHead: shape.nHeads,
    nEmbed: shape.dModel,
    mlpFactor: 4,
  });
  const trainer = new BasicTrainer(model, undefined as never, {
    ...adamW,
    minLearningRate: adamW.learningRate,
    warmupSteps: 0,
    lossScaling: 1,
  });
  trainer.setMixedPrecision(precision === 'fp16');
  const dims: [number, number] = [shape.batchSize, shape.seqLen];
  return {
    nParams: model.getNumParams(),
    notes: ['@genai-fi/nanogpt 1.3.0, model GenAI_NanoGPT_v2'],
    async step({ inputIds, targets }, readsLoss) {
      const batch = { xs: toTensor(inputIds, dims, 'int32'), ys: toTensor(targets, dims, 'int32') };
      const loss = (trainer as unknown as Stepping).trainStep({}, batch);
      batch.xs.dispose();
      batch.ys.dispose();
      const value = readsLoss ? (await loss.data())[0]! : null;
      loss.dispose();
      return value;
    },
    dispose() {
      trainer.dispose();
      model.dispose();
    },
  };
}
