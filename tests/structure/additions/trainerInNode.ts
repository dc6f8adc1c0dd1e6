import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import type { Result } from '../../../src/core/errors.ts';
import type {
  RunPlan,
  TaskInfo,
  TrainerApi,
  TrainEvent,
} from '../../../src/core/protocol/index.ts';
import { type ModelName, modelSizes } from '../../../src/core/models.ts';
import { createPlan, type RunOrder } from '../../../src/core/runs/plan.ts';
import { applyEvents, createRunRecord, type RunRecord } from '../../../src/core/runs/record.ts';
import { runExperiment } from '../../../src/core/runs/runExperiment.ts';
import { parseRows } from '../../../src/core/settings/parse.ts';
import { type Settings, tableOf } from '../../../src/core/settings/table.ts';
import { type DatasetIndex, parseDatasetIndex } from '../../../src/core/tasks/datasetIndex.ts';
import { type Lists, shippedLists } from '../../../workers/lists/lists.ts';
import { createTrainer } from '../../../workers/trainer.ts';
import type { Shelf } from '../../../src/core/checkpoints/shelf.ts';
import { createMemoryShelf } from '../../core/checkpoints/memoryShelf.ts';
import { projectRoot } from '../projectFiles.ts';
import { told } from '../../../cli/told.ts';

export interface WhileTraining {
  readonly whileOn?: () => Promise<void>;
  /** The tasks that are not muted; all if left out. */
  readonly trained?: readonly string[];
  /** Loaded tasks to train on instead of the two. */
  readonly ownTasks?: readonly TaskInfo[];
  /** Parts of the plan, such as a schedule. */
  readonly order?: Partial<RunOrder>;
  /** Keeps checkpoints so far apart, ms. */
  readonly keptEveryMs?: number;
  /** It goes on from its last checkpoint; its record with it. */
  readonly resumes?: boolean;
  readonly onEvents?: (events: readonly TrainEvent[]) => void;
}

/** The engine itself with longer lists, in this process, on plain JavaScript: `nano` and two tasks. */
export interface TrainerInNode {
  readonly api: TrainerApi;
  readonly index: DatasetIndex;
  /**
   * Plans, runs and folds: settings as a configuration writes them, read by the rows of these lists.
   */
  run(this: void, asked: object, more?: WhileTraining): Promise<RunRecord>;
  close(this: void): void;
}

export const taskIds = ['rate_stars', 'sum_story'] as const;

/** Small enough for plain JavaScript. */
const smallest = {
  batchSize: 1,
  seqLen: 128,
  trainTokens: 4 * 128,
  shotShare: 0,
  evalInstances: 1,
  metricInstances: 0,
};

/** A model that the site does not have: its files by their paths. */
export interface OtherModel {
  readonly name: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export async function startTrainerInNode(
  more: Partial<Lists>,
  { name, files }: OtherModel = { name: 'nano', files: {} },
  shelf: Shelf = createMemoryShelf(),
): Promise<TrainerInNode> {
  const lists = { ...shippedLists, ...more };
  const site = await servePublic(files);
  const api = createTrainer(lists, shelf);
  const silent = (): void => undefined;
  valueOf(await api.startEngine('cpu'));
  const model = valueOf(await api.loadModel(site.url, name as ModelName, silent));
  const tasks: TaskInfo[] = [];
  const index = parseDatasetIndex(await (await fetch(`${site.url}datasets/index.json`)).json());
  for (const id of taskIds) {
    const { file, sha256, bytes } = index.tasks.find((task) => task.id === id)!;
    const source = { kind: 'builtIn', url: `${site.url}datasets/${file}`, sha256, bytes } as const;
    tasks.push(valueOf(await api.loadTask(source, silent)));
  }
  return {
    api,
    index,
    close: site.close,
    async run(asked, { ownTasks = tasks, trained = idsOf(ownTasks), order, ...more } = {}) {
      const table = tableOf(lists.levers);
      const settings = parseRows(
        table,
        { ...smallest, ...asked },
        modelSizes.nano,
      ) as object as Settings;
      const channels = idsOf(ownTasks).map((taskId) => ({
        taskId,
        level: 50,
        isOn: trained.includes(taskId),
      }));
      const plan = createPlan(
        { settings, channels, startFrom: { kind: 'base' }, judge: [], group: null, ...order },
        model,
        ownTasks,
      );
      return recordOf(api, plan, more);
    },
  };
}

/** Runs the plan, and folds what it says. */
async function recordOf(
  api: TrainerApi,
  plan: RunPlan,
  { whileOn, keptEveryMs: everyMs, resumes = false, onEvents }: WhileTraining,
): Promise<RunRecord> {
  const events: TrainEvent[] = [];
  const named = { name: 'toy', startedAt: '' };
  let record = createRunRecord({ runId: 'toy', ...named, plan });
  if (resumes) record = applyEvents(record, valueOf(await api.keptLog('toy')).events);
  const receive = (group: readonly TrainEvent[]): void => {
    events.push(...group);
    record = applyEvents(record, group);
    onEvents?.(group);
  };
  const now = (): number => performance.now();
  const keeping = everyMs === undefined ? {} : { keeping: { ...named, everyMs } };
  const running = runExperiment({
    api,
    runId: 'toy',
    plan,
    onEvents: receive,
    now,
    resumes,
    ...keeping,
  });
  if (whileOn) {
    valueOf(await api.pause());
    await vi.waitFor(() => expect(isPaused(events)).toBe(true), { timeout: 60_000 });
    await whileOn();
    valueOf(await api.resume());
  }
  valueOf(await running.ended);
  return record;
}

const idsOf = (tasks: readonly TaskInfo[]): string[] => tasks.map(({ id }) => id);

const isPaused = (events: readonly TrainEvent[]): boolean =>
  events.some((event) => event.type === 'phase' && event.phase === 'paused');

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`${result.error.code}: ${told(result.error)}`);
}

/** The files of public/, and these, under an address of this machine. */
async function servePublic(more: OtherModel['files']): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const other = more[pathname.slice(1)];
    if (other) return void response.end(other);
    createReadStream(join(projectRoot, 'public', pathname))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
