import './dynamicImports.ts';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm';
import * as Comlink from 'comlink';
import type { Batch } from '../../src/core/batch/batch.ts';
import { startWasm } from '../../workers/backend/startWasm.ts';
import { loadModel } from '../../workers/data/loadModel.ts';
import { createBestWeights } from '../../workers/loop/bestWeights.ts';
import { trainStep } from '../../workers/loop/step.ts';
import { disposeState, initialState } from '../../workers/loop/trainState.ts';
import { createAdapters } from '../../workers/model/adapters.ts';
import { copyWeights } from '../../workers/model/model.ts';

/** What is trained how; a fifth of the positions carries loss. */
export interface MeasuredRun {
  readonly site: string;
  readonly model: string;
  readonly batchSize: number;
  readonly seqLen: number;
  readonly loraRank: number;
  readonly trainEmbeddings: boolean;
}

/** Bytes of tensors at the peak of a step, and of the whole WASM heap, which never shrinks. */
export interface MeasuredMemory {
  readonly peak: number;
  readonly heap: number;
  readonly activationWords: number;
  readonly nParams: number;
  readonly vocabSize: number;
}

const api = {
  start: async (): Promise<void> => void (await startWasm([])),

  async measure(run: MeasuredRun): Promise<MeasuredMemory> {
    const silent = (): void => undefined;
    const { model, base } = await loadModel(`${run.site}models/${run.model}/`, run.model, silent);
    const { loraRank } = run;
    const weights =
      loraRank > 0 ? await createAdapters(model, base, loraRank, 1) : copyWeights(model, base);
    const state = initialState(weights, { trainsEmbeddings: run.trainEmbeddings });
    const best = createBestWeights();
    best.keep(weights.arena, 0);
    const options = { nTasks: 2, learningRate: 1e-3, weightDecay: 0.1, maxGradNorm: 1 };
    const batch = batchOf(run, model.config.vocabSize);
    trainStep(model, state, batch, options).stats.dispose();
    const profile = await tf.profile(() => {
      trainStep(model, state, batch, options).stats.dispose();
      return [];
    });
    const bytesOf = (tensors: readonly tf.Tensor[]): number =>
      tensors.reduce((sum, { size }) => sum + 4 * size, 0);
    // Views are tensors of their own in tfjs's books, and lie in memory that is counted already.
    const views = [
      ...base.tensors,
      ...weights.tensors,
      ...new Set(state.places.map(({ view }) => view)),
    ];
    const { wasm } = tf.backend() as BackendWasm;
    const heap = (wasm as unknown as { HEAPU8: Uint8Array }).HEAPU8.byteLength;
    disposeState(state);
    best.take()?.dispose();
    weights.dispose();
    base.dispose();
    model.dispose();
    const { activationWords, layout, config } = model;
    return {
      peak: profile.peakBytes - bytesOf(views),
      heap,
      activationWords,
      nParams: layout.nParams,
      vocabSize: config.vocabSize,
    };
  },
};

export type MemoryWorker = typeof api;
Comlink.expose(api);

/** Two examples a row; the last fifth of each carries loss. */
function batchOf({ batchSize, seqLen }: MeasuredRun, vocabSize: number): Batch {
  const n = batchSize * seqLen;
  const half = seqLen / 2;
  const inputIds = Int32Array.from({ length: n }, (_, at) => (7 * at) % vocabSize);
  const exampleIds = Int32Array.from({ length: n }, (_, at) => 1 + Number(at % seqLen >= half));
  return {
    batchSize,
    seqLen,
    inputIds,
    targets: inputIds.map((id) => (id + 1) % vocabSize),
    lossMask: Float32Array.from({ length: n }, (_, at) => Number(at % half >= 0.8 * half)),
    exampleIds,
    taskIds: exampleIds.map((id) => id - 1),
    partIds: new Uint8Array(n),
  };
}
