import * as tf from '@tensorflow/tfjs-core';
import { toErrorInfo } from '../src/core/errors.ts';
import type { Result } from '../src/core/errors.ts';
import type { TrainerApi } from '../src/core/protocol.ts';
import { taskInfo } from './data/loadTask.ts';
import { generate } from './generation/generate.ts';
import { changeChannels, changeLearningRate } from './run/changeRun.ts';
import { evaluate } from './run/evaluate.ts';
import { exportWeights } from './run/exportWeights.ts';
import { createOutbox } from './loop/outbox.ts';
import { previewNext } from './run/preview.ts';
import { Session } from './run/session.ts';
import { train } from './run/train.ts';

/** The training engine behind Comlink: every method settles with a value, failures too. */
export function createTrainer(): TrainerApi {
  const session = new Session();
  return { ...loading(session), ...training(session), ...asking(session) };
}

type Loading = Pick<TrainerApi, 'startEngine' | 'loadModel' | 'loadTask' | 'removeTask'>;
type Asking = Pick<
  TrainerApi,
  'previewBatch' | 'generate' | 'evaluate' | 'exportWeights' | 'memory'
>;

const loading = (session: Session): Loading => ({
  startEngine: (backend, flags) => settled(() => session.startEngine(backend, flags)),
  loadModel: (baseUrl, name, onProgress) =>
    settled(() => session.loadModel(baseUrl, name, onProgress)),
  loadTask: (source, onProgress) =>
    settled(async () => taskInfo(await session.addTask(source, onProgress))),
  removeTask: (taskId) => done(() => session.tasks.delete(taskId)),
});

const training = (session: Session): Omit<TrainerApi, keyof Loading | keyof Asking> => ({
  train: (request, onEvents) => {
    const outbox = createOutbox((events) => void Promise.resolve(onEvents(events)).catch(ignore));
    return settled(() => train(session, request, outbox));
  },
  pause: () => done(() => session.needRun().gate.pause()),
  resume: () => done(() => session.needRun().gate.resume()),
  stepOnce: () => done(() => session.needRun().gate.allowStep()),
  stop: () => done(() => session.needRun().gate.stop()),
  setChannels: (channels) => done(() => changeChannels(session.needRun(), channels)),
  setLearningRate: (learningRate) =>
    done(() => changeLearningRate(session.needRun(), learningRate)),
});

const asking = (session: Session): Asking => ({
  previewBatch: (settings, channels) => settled(() => previewNext(session, settings, channels)),
  generate: (request, onText) =>
    settled(() =>
      session.lock.run(() => generate(session.generator(request.weights), request, onText)),
    ),
  evaluate: (request, onProgress) =>
    settled(() => session.lock.run(() => evaluate(session, request, onProgress))),
  exportWeights: () => settled(() => session.lock.run(() => exportWeights(session))),
  memory: () => settled(memory),
});

function memory(): { numTensors: number; numBytes: number } {
  const { numTensors, numBytes } = tf.memory();
  return { numTensors, numBytes };
}

async function settled<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toErrorInfo(error) };
  }
}

/** For work that gives nothing back. */
const done = (work: () => unknown): Promise<Result<null>> =>
  settled(() => {
    work();
    return null;
  });

const ignore = (): void => undefined;
