import * as tf from '@tensorflow/tfjs-core';
import { createCheckpointStore } from '../src/core/checkpoints/checkpointStore.ts';
import { resumableRun } from '../src/core/checkpoints/resumableRun.ts';
import type { Shelf } from '../src/core/checkpoints/shelf.ts';
import { toErrorInfo } from '../src/core/errors.ts';
import type { Result } from '../src/core/errors.ts';
import type {
  AskingApi,
  BrowsingApi,
  CheckpointsApi,
  EngineApi,
  RunsApi,
  TasksApi,
  TrainerApi,
} from '../src/core/protocol/index.ts';
import { createHttpShelf } from './checkpoint/httpShelf.ts';
import { digestOf } from './data/download.ts';
import { taskInfo } from './data/loadTask.ts';
import { createBrowser } from './run/browse.ts';
import { generate } from './generation/generate.ts';
import { changeChannels, changeSetting } from './run/changeRun.ts';
import { countFits } from './run/countFits.ts';
import { evaluate } from './run/evaluate.ts';
import { type Lists, shippedLists } from './lists/lists.ts';
import { exportWeights } from './run/exportWeights.ts';
import { createOutbox } from './loop/outbox.ts';
import { previewNext } from './run/preview.ts';
import { Session } from './run/session.ts';
import { train } from './run/train.ts';

/**
 * The training engine behind Comlink: every method settles with a value, failures too.
 * @param shelf where runs on their way are kept; the browser's own storage if left out
 */
export function createTrainer(lists: Lists = shippedLists, shelf?: Shelf): TrainerApi {
  const session = new Session(lists, shelf);
  return settling({
    ...engine(session),
    ...tasks(session),
    ...browsing(session),
    ...runs(session),
    ...asking(session),
    ...checkpoints(session),
  });
}

/** The methods of an API as they are written here: they give their value plainly, or throw. */
type Plain<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...values: infer A) => Promise<Result<infer T>>
    ? (...values: A) => T | Promise<T>
    : never;
};

const engine = (session: Session): Plain<EngineApi> => ({
  beat: () => null,
  startEngine: (backend, flags) => session.startEngine(backend, flags),
  loadModel: (baseUrl, name, onProgress) => session.loadModel(baseUrl, name, onProgress),
  memory: () => {
    const { numTensors, numBytes } = tf.memory();
    return { numTensors, numBytes };
  },
});

const tasks = (session: Session): Plain<TasksApi> => ({
  loadTask: async (source, onProgress) => taskInfo(await session.addTask(source, onProgress)),
  loadFile: async (source, onProgress) => (await session.addFile(source, onProgress)).map(taskInfo),
  loadHub: async (source, onProgress) => (await session.addHub(source, onProgress)).map(taskInfo),
  stopReading: () => nothing(() => session.stopReading()),
  loadBundle: async (bundle, onProgress) => {
    const results = await session.addBundle(bundle, onProgress);
    return results.map((result) =>
      result.ok ? { ok: true, value: taskInfo(result.value) } : result,
    );
  },
  removeTask: async (taskId) => {
    await session.removeTask(taskId);
    return null;
  },
});

const browsing = (session: Session): Plain<BrowsingApi> => createBrowser(session);

const runs = (session: Session): Plain<RunsApi> => ({
  train: (request, onEvents) => {
    const outbox = createOutbox((events) => Promise.resolve(onEvents(events)).catch(ignore));
    return train(session, request, outbox);
  },
  pause: () => nothing(() => session.needGate().pause()),
  resume: () => nothing(() => session.needGate().resume()),
  stepOnce: () => nothing(() => session.needGate().allowStep()),
  stop: () => nothing(() => session.needGate().stop()),
  setChannels: (channels) => nothing(() => changeChannels(session.needRun(), channels)),
  changeSetting: (key, value) =>
    nothing(() => changeSetting(session.needRun(), session.lists, key, value)),
  previewBatch: (settings, channels) => previewNext(session, settings, channels),
  countFits: (settings, channels) => countFits(session, settings, channels),
});

const asking = (session: Session): Plain<AskingApi> => ({
  generate: (request, onText) =>
    session.lock.run(() => {
      const reading = session.reading(request.instructionFormat);
      return generate(session.generator(request.weights), reading, request, onText);
    }),
  evaluate: (request, onProgress) => session.lock.run(() => evaluate(session, request, onProgress)),
});

const checkpoints = (session: Session): Plain<CheckpointsApi> => ({
  exportWeights: (weights) => session.lock.run(() => exportWeights(session, weights)),
  keepAt: (url) =>
    nothing(() => (session.store = createCheckpointStore(createHttpShelf(url), digestOf))),
  async keepNow() {
    await session.keeper?.ask();
    return null;
  },
  resumableRuns: async () => (await session.store.heads()).map(resumableRun),
  async keptLog(runId) {
    const { log, damaged } = await session.store.read(runId);
    return { events: log, damaged };
  },
  async forgetRuns(runIds) {
    await session.store.remove(runIds);
    return null;
  },
});

type Method = (...values: unknown[]) => unknown;

/** The same methods, each settling with its value or with what it threw. */
function settling(plain: Plain<TrainerApi>): TrainerApi {
  const settled =
    (method: Method) =>
    async (...values: unknown[]): Promise<Result<unknown>> => {
      try {
        return { ok: true, value: await method(...values) };
      } catch (error) {
        return { ok: false, error: toErrorInfo(error) };
      }
    };
  const methods = Object.entries(plain as unknown as Readonly<Record<string, Method>>);
  return Object.fromEntries(
    methods.map(([name, method]) => [name, settled(method)]),
  ) as unknown as TrainerApi;
}

/** For work that gives nothing back. */
function nothing(work: () => unknown): null {
  work();
  return null;
}

const ignore = (): void => undefined;
