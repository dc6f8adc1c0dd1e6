import * as Comlink from 'comlink';
import { modelSizes } from '../../src/core/models.ts';
import type { Result } from '../../src/core/errors.ts';
import type { BackendName, TrainerApi, TrainEvent } from '../../src/core/protocol/index.ts';
import { defaultSettings } from '../../src/core/settings/table.ts';
import type { Settings } from '../../src/core/settings/table.ts';
import { parseDatasetIndex } from '../../src/core/tasks/datasetIndex.ts';

const site = `${location.origin}/`;

/** The values of a result, or a thrown error with its words. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${result.error.message}`);
}

export interface TestTrainer {
  readonly api: Comlink.Remote<TrainerApi>;
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
  valueOf(await api.loadModel(site, 'nano', silent));
  const index = parseDatasetIndex(await (await fetch(`${site}datasets/index.json`)).json());
  for (const id of taskIds) {
    const { file, sha256, bytes } = index.tasks.find((task) => task.id === id)!;
    const source = { kind: 'builtIn', url: `${site}datasets/${file}`, sha256, bytes } as const;
    valueOf(await api.loadTask(source, silent));
  }
  return {
    api,
    terminate: () => worker.terminate(),
    async train(settings, onEvent) {
      const events: TrainEvent[] = [];
      const request = {
        runId: 'test',
        settings: { ...defaultSettings(modelSizes.nano), ...settings },
        channels: taskIds.map((taskId, i) => ({ taskId, level: 50, isOn: i === 0 })),
        startFrom: 'base' as const,
      };
      const onEvents = Comlink.proxy((group: readonly TrainEvent[]) => {
        events.push(...group);
        group.forEach((event) => onEvent?.(event));
      });
      valueOf(await api.train(request, onEvents));
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
