import * as tf from '@tensorflow/tfjs-core';
import { writeSafetensors } from '../src/core/formats/safetensors.ts';
import { createBatchStream } from '../src/core/batch/batchStream.ts';
import { AppError, toErrorInfo } from '../src/core/errors.ts';
import type { Result } from '../src/core/errors.ts';
import type {
  EvaluateRequest,
  Evaluation,
  TrainerApi,
  TrainRequest,
} from '../src/core/protocol.ts';
import { namedTensors } from './data/loadModel.ts';
import { taskInfo } from './data/loadTask.ts';
import { evaluateTasks } from './evaluation/evaluateTasks.ts';
import { createEvaluationSet } from './evaluation/evaluationSet.ts';
import { generate } from './generation/generate.ts';
import { initialState } from './loop/trainState.ts';
import { trainLoop } from './loop/trainLoop.ts';
import type { TrainContext } from './loop/trainLoop.ts';
import { learningRateAt } from './optim/schedule.ts';
import { createLock } from './run/lock.ts';
import { createOutbox } from './run/outbox.ts';
import type { Outbox } from './run/outbox.ts';
import { previewOf } from './run/preview.ts';
import { createRun, namedRates, ratesOf, tasksOf } from './run/run.ts';
import type { Run } from './run/run.ts';
import { createSession } from './run/session.ts';
import type { Session } from './run/session.ts';

/** The training engine behind Comlink: every method settles with a value, failures too. */
export function createTrainer(): TrainerApi {
  const session = createSession();
  return {
    startEngine: (backend) => settled(() => session.startEngine(backend)),
    loadModel: (baseUrl, name, onProgress) =>
      settled(() => session.loadModel(new URL(`models/${name}/`, baseUrl).href, name, onProgress)),
    loadTask: (source, onProgress) =>
      settled(async () => taskInfo(await session.addTask(source, onProgress))),
    removeTask: (taskId) => settled(() => done(session.tasks.delete(taskId))),
    train: (request, onEvents) => {
      const outbox = createOutbox((events) => void Promise.resolve(onEvents(events)).catch(ignore));
      return settled(() => train(session, request, outbox));
    },
    pause: () => settled(() => done(session.needRun().gate.pause())),
    resume: () => settled(() => done(session.needRun().gate.resume())),
    stepOnce: () => settled(() => done(session.needRun().gate.allowStep())),
    stop: () => settled(() => done(session.needRun().gate.stop())),
    setChannels: (channels) =>
      settled(() => {
        const run = session.needRun();
        run.rates = ratesOf(run.settings, run.tasks, channels);
        return done(sayChange(run));
      }),
    setLearningRate: (learningRate) =>
      settled(() => {
        const run = session.needRun();
        run.settings = { ...run.settings, learningRate: checkedRate(learningRate) };
        return done(sayChange(run));
      }),
    previewBatch: (settings, channels) =>
      settled(() => {
        const { tokenizer } = session.needModel();
        if (session.run) {
          const { stream, rates, tasks, step } = session.run;
          return previewOf(stream.peek(rates), tasks, tokenizer, step + 1);
        }
        const tasks = tasksOf(channels, session.tasks);
        const stream = createBatchStream({ ...settings, tasks, tokenizer });
        return previewOf(stream.peek(ratesOf(settings, tasks, channels)), tasks, tokenizer, 1);
      }),
    generate: (request, onText) =>
      settled(() =>
        session.lock.run(() =>
          generate(session.generator(request.weights), request, (text) => void onText(text)),
        ),
      ),
    evaluate: (request, onProgress) =>
      settled(() => session.lock.run(() => evaluate(session, request, onProgress))),
    exportWeights: () =>
      settled(async () => {
        const { model } = session.needModel();
        const tensors = await namedTensors(model.table, session.weightsOf('tuned'));
        return writeSafetensors(tensors, 'F16');
      }),
    memory: () =>
      settled(() => {
        const { numTensors, numBytes } = tf.memory();
        return { numTensors, numBytes };
      }),
  };
}

async function settled<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toErrorInfo(error) };
  }
}

/** The value of a method that only does something. */
const done = (_effect: unknown): null => null;
const ignore = (): void => undefined;

/** One run from beginning to end; its weights stay as the session's tuned ones. */
async function train(session: Session, request: TrainRequest, outbox: Outbox): Promise<null> {
  const loaded = session.needModel();
  const engine = session.needEngine();
  session.needIdle();
  const run = createRun(request, session.tasks, loaded.tokenizer, outbox);
  const { model } = loaded;
  const from = session.weightsOf(request.startFrom);
  const state = initialState(model.table, model.config.nLayers, from);
  const context: TrainContext = { run, engine, loaded, lock: session.lock, state };
  session.startRun(context);
  try {
    await trainLoop(context);
    return null;
  } catch (error) {
    const info = toErrorInfo(error);
    outbox.push({ type: 'failed', runId: run.runId, step: run.step, error: info });
    throw error;
  } finally {
    session.endRun();
    await outbox.drain();
  }
}

function sayChange(run: Run): void {
  const { runId, step, nSteps, settings, outbox } = run;
  const learningRate = learningRateAt(Math.min(step + 1, nSteps), nSteps, settings);
  outbox.push({ type: 'changed', runId, step, mixingRates: namedRates(run), learningRate });
}

function checkedRate(learningRate: number): number {
  if (Number.isFinite(learningRate) && learningRate > 0) return learningRate;
  throw new AppError(
    'bad-setting',
    `learningRate: got ${learningRate}, wanted a positive number`,
    'Set a peak step size such as 0.002.',
  );
}

async function evaluate(
  session: Session,
  { weights, split, taskIds, maxInstances, withMetric }: EvaluateRequest,
  onProgress: (done: number, total: number) => void,
): Promise<Evaluation> {
  const start = performance.now();
  const { tokenizer, model } = session.needModel();
  const channels = taskIds.map((taskId) => ({ taskId, level: 0, isOn: false }));
  const set = createEvaluationSet({
    tasks: tasksOf(channels, session.tasks),
    split,
    lossInstances: maxInstances,
    metricInstances: withMetric ? maxInstances : 0,
    tokenizer,
    batchSize: 16,
    seqLen: model.config.maxSeqLen,
  });
  const generator = session.generator(weights);
  // The caller holds the session's lock: no training step may replace the weights in between.
  const control = { lock: createLock(), onProgress, shouldStop: () => false };
  const evaluation = await evaluateTasks(generator, set, control);
  if (!evaluation) throw new Error('evaluate: given up without being asked to');
  return { ...evaluation, elapsedMs: performance.now() - start };
}
