/** The page's end of the training worker: the only file that names it. */
import * as Comlink from 'comlink';
import { AppError, type ErrorInfo, type Fault } from '../../core/errors.ts';
import { lifeIsHeld, type TrainerApi } from '../../core/protocol/index.ts';
import { guardedApi } from './guardedApi.ts';
import { watchHeart } from './heartbeat.ts';
import { newRunId } from './newRunId.ts';

export interface TrainerClient {
  readonly api: TrainerApi;
  /** Settles once, when the worker has crashed or was terminated. */
  readonly ended: Promise<ErrorInfo>;
  /** From now on told when the worker has not answered for long, and when it answers again. */
  watch(tell: (isSilent: boolean) => void): void;
  /** Ends the worker; calls in flight settle with an error. */
  terminate(): void;
}

/**
 * Starts the training worker and wraps it. Comlink leaves calls unsettled when a worker dies, so
 * every call here races the worker's end and settles with an `engine-failed` error instead.
 */
export function createTrainerClient(): TrainerClient {
  const name = `trainer-${newRunId()}`;
  const worker = new Worker(new URL('../../../workers/trainer.worker.ts', import.meta.url), {
    type: 'module',
    name,
  });
  let endWatch = (): void => undefined;
  const end = Promise.withResolvers<ErrorInfo>();
  const finish = (...fault: Fault): void => {
    worker.terminate();
    endWatch();
    end.resolve(new AppError('engine-failed', ...fault).info);
  };
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    if (event.message) finish('workerFailed', { cause: event.message });
    else finish('workerNotLoaded', {});
  });
  worker.addEventListener('messageerror', () => finish('workerUnreadable', {}));
  worker.addEventListener('message', ({ data }) => {
    // It was ours to take only because the worker is gone, whose end no event tells.
    if (data === lifeIsHeld) void navigator.locks.request(name, () => finish('workerDied', {}));
  });
  const api = guardedApi(Comlink.wrap<TrainerApi>(worker), end.promise);
  return {
    api,
    ended: end.promise,
    watch: (tell) => {
      endWatch();
      endWatch = watchHeart({ beat: () => api.beat(), tell });
    },
    terminate: () => finish('workerStopped', {}),
  };
}
