import { toErrorInfo, type Result } from '../core/errors.ts';
import type {
  Evaluation,
  TaskInfo,
  TrainerApi,
  TrainEvent,
  TrainRequest,
} from '../core/protocol/index.ts';
import type { EvaluateRequest } from '../core/protocol/index.ts';
import { parseDatasetIndex, type DatasetIndex } from '../core/tasks/datasetIndex.ts';
import { createTrainerClient } from '../page/bridge/trainerClient.ts';

/** What programs drive: the worker's own methods, and the few steps that need this page's address. */
export interface Mixdesk {
  readonly api: TrainerApi;
  /** Address that models and datasets are fetched from. */
  readonly baseUrl: string;
  builtInTasks(): Promise<Result<DatasetIndex>>;
  loadBuiltIn(id: string): Promise<Result<TaskInfo>>;
  /** Puts a built-in task's exam in the place of its test split; after that it can't be trained on. */
  loadExam(id: string): Promise<Result<readonly TaskInfo[]>>;
  loadFile(fileName: string, text: string): Promise<Result<readonly TaskInfo[]>>;
  /** Trains and settles once the run's last event has been handed over, in order. */
  train(
    request: TrainRequest,
    onEvents: (events: readonly TrainEvent[]) => Promise<void>,
  ): Promise<Result<null>>;
  evaluate(
    request: EvaluateRequest,
    onProgress: (done: number, total: number) => Promise<void>,
  ): Promise<Result<Evaluation>>;
}

declare global {
  interface Window {
    mixdesk: Mixdesk;
  }
}

const ignore = (): void => undefined;

export function createMixdesk(baseUrl: string): Mixdesk {
  const { api } = createTrainerClient();
  const builtInTasks = (): Promise<Result<DatasetIndex>> => fetchIndex(baseUrl);
  return {
    api,
    baseUrl,
    builtInTasks,
    async loadBuiltIn(id) {
      const index = await builtInTasks();
      if (!index.ok) return index;
      const entry = index.value.tasks.find((task) => task.id === id);
      if (!entry) return unknownTask(id, index.value);
      const url = new URL(`datasets/${entry.file}`, baseUrl).href;
      const { sha256, bytes } = entry;
      return api.loadTask({ kind: 'builtIn', url, sha256, bytes }, ignore);
    },
    async loadExam(id) {
      const response = await fetch(new URL(`datasets/exam/${id}.json`, baseUrl));
      // Beside the task of that name the exam would get another id, and nobody would ask it.
      const removed = await api.removeTask(id);
      if (!removed.ok) return removed;
      const file = await response.blob();
      return api.loadFile({ kind: 'file', fileName: `${id}.json`, file });
    },
    loadFile: (fileName, text) => api.loadFile({ kind: 'file', fileName, file: new Blob([text]) }),
    async train(request, onEvents) {
      const delivery = orderedDelivery(onEvents);
      const result = await api.train(request, delivery.push);
      // The reply and the events travel on ports of their own: the last event may come after it.
      if (result.ok) await delivery.last;
      await delivery.settled();
      return result;
    },
    evaluate: (request, onProgress) =>
      api.evaluate(request, (done, total) => void onProgress(done, total)),
  };
}

async function fetchIndex(baseUrl: string): Promise<Result<DatasetIndex>> {
  try {
    const response = await fetch(new URL('datasets/index.json', baseUrl));
    return { ok: true, value: parseDatasetIndex(await response.json()) };
  } catch (error) {
    return { ok: false, error: toErrorInfo(error) };
  }
}

function unknownTask(id: string, index: DatasetIndex): Result<never> {
  const known = index.tasks.map((task) => task.id).join(', ');
  const hint = `Built-in tasks: ${known}.`;
  return { ok: false, error: { code: 'bad-setting', message: `tasks: no task "${id}"`, hint } };
}

/** Hands events on one call after the other; `last` settles with the run's closing event. */
function orderedDelivery(onEvents: (events: readonly TrainEvent[]) => Promise<void>): {
  push: (events: readonly TrainEvent[]) => void;
  last: Promise<void>;
  settled: () => Promise<void>;
} {
  const last = Promise.withResolvers<void>();
  let sent = Promise.resolve();
  return {
    push(events) {
      sent = sent.then(() => onEvents(events));
      if (events.some(({ type }) => type === 'finished' || type === 'failed')) last.resolve();
    },
    last: last.promise,
    settled: () => sent,
  };
}
