/** The page's end of the training worker: the only file that names it. */
import * as Comlink from 'comlink';
import type { ErrorInfo, Result } from '../../core/errors.ts';
import type { TrainerApi } from '../../core/protocol.ts';

export interface TrainerClient {
  readonly api: TrainerApi;
  /** Settles once, when the worker has crashed or was terminated. */
  readonly ended: Promise<ErrorInfo>;
  /** Ends the worker; calls in flight settle with an error. */
  terminate(): void;
}

/**
 * Starts the training worker and wraps it. Comlink leaves calls unsettled when a worker dies, so
 * every call here races the worker's end and settles with an `engine-failed` error instead.
 */
export function createTrainerClient(): TrainerClient {
  const worker = new Worker(new URL('../../../workers/trainer.worker.ts', import.meta.url), {
    type: 'module',
    name: 'trainer',
  });
  const end = Promise.withResolvers<ErrorInfo>();
  const finish = (message: string, hint: string): void => {
    worker.terminate();
    end.resolve({ code: 'engine-failed', message, hint });
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    finish(
      event.message || 'The training worker could not be loaded.',
      'Restart the engine; if it fails again, try another backend.',
    );
  });
  worker.addEventListener('messageerror', () =>
    finish('A message from the training worker could not be read.', 'Restart the engine.'),
  );
  return {
    api: guardedApi(Comlink.wrap<TrainerApi>(worker), end.promise),
    ended: end.promise,
    terminate: () => finish('The training worker was stopped.', 'Start the engine again.'),
  };
}

/** The remote methods, each settling at the latest when the worker ends. */
function guardedApi(remote: Comlink.Remote<TrainerApi>, ended: Promise<ErrorInfo>): TrainerApi {
  const failure = ended.then((error): { readonly ok: false; readonly error: ErrorInfo } => ({
    ok: false,
    error,
  }));
  const guard = <T>(call: Promise<Result<T>>): Promise<Result<T>> => Promise.race([call, failure]);
  const proxy = Comlink.proxy;
  return {
    startEngine: (backend, flags) => guard(remote.startEngine(backend, flags)),
    loadModel: (baseUrl, name, onProgress) =>
      guard(remote.loadModel(baseUrl, name, proxy(onProgress))),
    loadTask: (source, onProgress) => guard(remote.loadTask(source, proxy(onProgress))),
    removeTask: (taskId) => guard(remote.removeTask(taskId)),
    train: (request, onEvents) => guard(remote.train(request, proxy(onEvents))),
    pause: () => guard(remote.pause()),
    resume: () => guard(remote.resume()),
    stepOnce: () => guard(remote.stepOnce()),
    stop: () => guard(remote.stop()),
    setChannels: (channels) => guard(remote.setChannels(channels)),
    setLearningRate: (learningRate) => guard(remote.setLearningRate(learningRate)),
    previewBatch: (settings, channels) => guard(remote.previewBatch(settings, channels)),
    generate: (request, onText) => guard(remote.generate(request, proxy(onText))),
    evaluate: (request, onProgress) => guard(remote.evaluate(request, proxy(onProgress))),
    exportWeights: () => guard(remote.exportWeights()),
    memory: () => guard(remote.memory()),
  };
}
