import { AppError, toErrorInfo, type Result } from '../core/errors.ts';
import type { ModelName } from '../core/models.ts';
import type {
  BuiltInSource,
  FileSource,
  HubSource,
  ModelInfo,
  ReadProgress,
  RunPlan,
  TaskInfo,
  TrainerApi,
  TrainEvent,
  TrainRequest,
} from '../core/protocol/index.ts';
import { createPlan, type RunOrder } from '../core/runs/plan.ts';
import { runExperiment, type RunningExperiment } from '../core/runs/runExperiment.ts';
import { parseDatasetIndex, taskListPaths, type DatasetIndex } from '../core/tasks/datasetIndex.ts';
import { createTrainerClient } from '../page/bridge/trainerClient.ts';

/** What programs drive: the worker's own methods, and the few steps that need this page's address. */
export interface Mixdesk {
  readonly api: TrainerApi;
  builtInTasks(): Promise<Result<DatasetIndex>>;
  loadModel(name: ModelName): Promise<Result<ModelInfo>>;
  loadBuiltIn(id: string): Promise<Result<TaskInfo>>;
  /** Puts a built-in task's exam in the place of its test split; after that it can't be trained on. */
  loadExam(id: string): Promise<Result<readonly TaskInfo[]>>;
  loadFile(
    fileName: string,
    file: Blob,
    onProgress?: (progress: ReadProgress) => void,
    more?: Pick<FileSource, 'beside' | 'mapping' | 'officialSplit'>,
  ): Promise<Result<readonly TaskInfo[]>>;
  loadHub(
    source: HubSource,
    onProgress?: (progress: ReadProgress) => void,
  ): Promise<Result<readonly TaskInfo[]>>;
  /** The plan of an order for the model and the tasks that have been loaded here. */
  plan(order: RunOrder): Result<RunPlan>;
  /** Runs a plan and settles once its last event has been handed over, in order. */
  run(
    request: TrainRequest,
    onEvents: (events: readonly TrainEvent[]) => Promise<void>,
  ): Promise<Result<null>>;
  /** Ends the run on its way. */
  stop(): Promise<Result<null>>;
}

declare global {
  interface Window {
    mixdesk: Mixdesk;
  }
}

const ignore = (): void => undefined;
const nothing: Result<null> = { ok: true, value: null };

export function createMixdesk(baseUrl: string): Mixdesk {
  const { api } = createTrainerClient();
  const loading = createLoading(api, baseUrl);
  let running: RunningExperiment | null = null;
  return {
    api,
    ...loading,
    async run(request, onEvents) {
      let delivered = Promise.resolve();
      running = runExperiment({
        ...request,
        api,
        loadExam: loading.loadExam,
        now: () => performance.now(),
        onEvents: (events) => {
          delivered = delivered.then(() => onEvents(events));
        },
      });
      const result = await running.ended;
      running = null;
      await delivered;
      return result;
    },
    stop: () => running?.stop() ?? Promise.resolve(nothing),
  };
}

type LoadingMethod =
  'builtInTasks' | 'loadModel' | 'loadBuiltIn' | 'loadExam' | 'loadFile' | 'loadHub' | 'plan';

/** Everything that brings something into the worker, and remembers what a plan needs of it. */
function createLoading(api: TrainerApi, baseUrl: string): Pick<Mixdesk, LoadingMethod> {
  let model: ModelInfo | null = null;
  const tasks = new Map<string, TaskInfo>();
  const remembered = <T extends TaskInfo | readonly TaskInfo[]>(result: Result<T>): Result<T> => {
    if (result.ok) for (const task of [result.value].flat()) tasks.set(task.id, task);
    return result;
  };
  const builtInTasks = (): Promise<Result<DatasetIndex>> => fetchIndex(baseUrl, taskListPaths[0]);
  const loadFile: Mixdesk['loadFile'] = async (fileName, file, onProgress = ignore, more = {}) =>
    remembered(await api.loadFile({ kind: 'file', fileName, file, ...more }, onProgress));
  return {
    builtInTasks,
    loadFile,
    loadHub: async (source, onProgress = ignore) =>
      remembered(await api.loadHub(source, onProgress)),
    async loadModel(name) {
      const loaded = await api.loadModel(baseUrl, name, ignore);
      if (loaded.ok) model = loaded.value;
      return loaded;
    },
    async loadBuiltIn(id) {
      const source = await findTask(baseUrl, id);
      return source.ok ? remembered(await api.loadTask(source.value, ignore)) : source;
    },
    async loadExam(id) {
      const response = await fetch(new URL(`datasets/exam/${id}.json`, baseUrl));
      // Beside the task of that name the exam would get another id, and nobody would ask it.
      const removed = await api.removeTask(id);
      return removed.ok ? loadFile(`${id}.json`, await response.blob()) : removed;
    },
    plan(order) {
      try {
        if (!model) throw new AppError('not-ready', 'noModel', {});
        return { ok: true, value: createPlan(order, model, [...tasks.values()]) };
      } catch (error) {
        return { ok: false, error: toErrorInfo(error) };
      }
    },
  };
}

async function fetchIndex(baseUrl: string, path: string): Promise<Result<DatasetIndex>> {
  try {
    const response = await fetch(new URL(path, baseUrl));
    return { ok: true, value: parseDatasetIndex(await response.json()) };
  } catch (error) {
    return { ok: false, error: toErrorInfo(error) };
  }
}

/** Where a task lies that one of the site's lists names. */
async function findTask(baseUrl: string, id: string): Promise<Result<BuiltInSource>> {
  const known: string[] = [];
  for (const path of taskListPaths) {
    const index = await fetchIndex(baseUrl, path);
    if (!index.ok) return index;
    const entry = index.value.tasks.find((task) => task.id === id);
    known.push(...index.value.tasks.map((task) => task.id));
    if (!entry) continue;
    const { file, sha256, bytes } = entry;
    const url = new URL(file, new URL(path, baseUrl)).href;
    return { ok: true, value: { kind: 'builtIn', url, sha256, bytes } };
  }
  return { ok: false, error: { code: 'bad-setting', key: 'unknownTask', values: { id, known } } };
}
