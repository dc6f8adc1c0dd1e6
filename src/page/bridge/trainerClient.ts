/** The page's end of the training worker: the only file that names it. */
import * as Comlink from 'comlink';
import { AppError, type ErrorInfo, type Fault } from '../../core/errors.ts';
import type { TrainerApi } from '../../core/protocol/index.ts';
import { guardedApi } from './guardedApi.ts';

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
  const finish = (...fault: Fault): void => {
    worker.terminate();
    end.resolve(new AppError('engine-failed', ...fault).info);
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    if (event.message) finish('workerFailed', { cause: event.message });
    else finish('workerNotLoaded', {});
  });
  worker.addEventListener('messageerror', () => finish('workerUnreadable', {}));
  return {
    api: guardedApi(Comlink.wrap<TrainerApi>(worker), end.promise),
    ended: end.promise,
    terminate: () => finish('workerStopped', {}),
  };
}
