import type { Batch } from '../../src/core/batch/batch.ts';
import { wordsOf } from '../../src/core/engineNote.ts';
import { enEngineNotes } from '../../src/words/en/engineNotes.ts';
import { startEngine } from '../../workers/backend/startEngine.ts';
import { disposeState, initialState } from '../../workers/loop/trainState.ts';
import { trainStep } from '../../workers/loop/step.ts';
import { createModel, weightsOf } from '../../workers/model/model.ts';
import { adamW } from '../benchEngine.ts';
import type { BenchEngine, BenchSetup } from '../benchEngine.ts';
import { initialWeights, modelConfigOf } from '../initialWeights.ts';
import type { BenchBatch } from '../learnableStream.ts';
import type { Shape } from '../shapes.ts';

const noClipping = 1e9;

/** This project's engine, as a run on the page uses it. */
export async function createMixdesk(setup: BenchSetup): Promise<BenchEngine> {
  const { backend, precision } = setup;
  const report = (lost: Error): void => console.error(lost);
  const info = await startEngine(backend, report, { precision });
  return trainProjectModel(setup, [
    info.adapter,
    ...info.notes.map((note) => wordsOf(note, enEngineNotes)),
  ]);
}

/** The project's model and step on the backend that runs. */
export function trainProjectModel(setup: BenchSetup, notes: readonly string[]): BenchEngine {
  const { shape, seed } = setup;
  const model = createModel(modelConfigOf(shape));
  const weights = weightsOf(model, initialWeights(model.layout, seed));
  const state = initialState(weights);
  const { learningRate, weightDecay } = adamW;
  const options = { nTasks: 1, learningRate, weightDecay, maxGradNorm: noClipping };
  return {
    nParams: model.layout.nParams,
    notes,
    async step(batch, readsLoss) {
      const { stats } = trainStep(model, state, wholeBatch(batch, shape), options);
      const loss = readsLoss ? (await stats.data())[0]! / (shape.batchSize * shape.seqLen) : null;
      stats.dispose();
      return loss;
    },
    dispose() {
      disposeState(state);
      weights.dispose();
      model.dispose();
    },
  };
}

/** One example a row, loss everywhere. */
function wholeBatch({ inputIds, targets }: BenchBatch, { batchSize, seqLen }: Shape): Batch {
  const size = batchSize * seqLen;
  return {
    batchSize,
    seqLen,
    inputIds,
    targets,
    lossMask: new Float32Array(size).fill(1),
    taskIds: new Int32Array(size),
    exampleIds: new Int32Array(size).fill(1),
    partIds: new Uint8Array(size).fill(4),
  };
}
