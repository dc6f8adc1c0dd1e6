/** The page's end of the training worker: the only file that names it. */
import * as Comlink from 'comlink';
import type { ErrorInfo } from '../../core/errors.ts';
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
