import * as Comlink from 'comlink';
import { modelSizes } from '../../src/core/models.ts';
import type { Result } from '../../src/core/errors.ts';
import type {
  BackendName,
  RunPlan,
  TaskInfo,
  TrainerApi,
  TrainEvent,
} from '../../src/core/protocol/index.ts';
import { createPlan, type RunOrder } from '../../src/core/runs/plan.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';
import { told } from '../../cli/told.ts';

const site = `${location.origin}/`;

/** The values of a result, or a thrown error with its words. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${told(result.error)}`);
}

export interface TestTrainer {
  readonly api: Comlink.Remote<TrainerApi>;
  /** To train on the first task, with the second one muted. */
  plan(this: void, settings: Partial<Settings>, more?: Partial<RunOrder>): RunPlan;
  /** Trains on the first task, with the second one muted; gives all events. */
  train(settings: Partial<Settings>, onEvent?: (event: TrainEvent) => void): Promise<TrainEvent[]>;
  terminate(): void;
}

export const taskIds = ['rate_stars', 'sum_story'] as const;

/** The real worker with `nano` and two built-in tasks. */
export async function startTrainer(backend: BackendName): Promise<TestTrainer> {
  const url = new URL('./trainer.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  const api = Comlink.wrap<TrainerApi>(worker);
  const silent = Comlink.proxy(() => undefined);
  valueOf(await api.startEngine(backend));
  const model = valueOf(await api.loadModel(site, 'nano', silent));
  const tasks: TaskInfo[] = [];
  const index = parseDatasetIndex(await (await fetch(`${site}datasets/index.json`)).json());
  for (const id of taskIds) {
    const { file, sha256, bytes } = index.tasks.find((task) => task.id === id)!;
    const source = { kind: 'builtIn', url: `${site}datasets/${file}`, sha256, bytes } as const;
    tasks.push(valueOf(await api.loadTask(source, silent)));
  }
  const plan = (settings: Partial<Settings>, more: Partial<RunOrder> = {}): RunPlan => {
    const order: RunOrder = {
      settings: { ...defaultSettings(modelSizes.nano), ...settings },
      channels: taskIds.map((taskId, i) => ({ taskId, level: 50, isOn: i === 0 })),
      startFrom: { kind: 'base' },
      judge: [],
      group: null,
      ...more,
    };
    return createPlan(order, model, tasks);
  };
  return {
    api,
    plan,
    terminate: () => worker.terminate(),
    async train(settings, onEvent) {
      const events: TrainEvent[] = [];
      const onEvents = Comlink.proxy((group: readonly TrainEvent[]) => {
        events.push(...group);
        group.forEach((event) => onEvent?.(event));
      });
      valueOf(await api.train({ runId: 'test', plan: plan(settings) }, onEvents));
      return events;
    },
  };
}

/** Events of one type. */
export function eventsOf<T extends TrainEvent['type']>(
  events: readonly TrainEvent[],
  type: T,
): Extract<TrainEvent, { type: T }>[] {
  return events.filter((event): event is Extract<TrainEvent, { type: T }> => event.type === type);
}
