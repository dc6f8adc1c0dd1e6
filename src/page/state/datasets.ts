import { AppError, causeOf, type Result } from '../../core/errors.ts';
import type { FileSource, TaskSource } from '../../core/protocol/index.ts';
import { parseBundleIndex } from '../../core/tasks/bundleIndex.ts';
import { endingsOf, readers } from '../../core/tasks/readers/index.ts';
import { parseDatasetIndex, taskListPaths } from '../../core/tasks/datasetIndex.ts';
import type { ChannelListing } from './channel.svelte.ts';
import { fetchJson } from './fetchJson.ts';

const bundlesPath = 'datasets/bundles.json';
/** What a picker of files offers; what a file holds decides whether it is read. */
export const ownFileEndings = [...endingsOf(readers), '.gz'];

/** All tasks of a cluster in one compressed file, or one task in one, `bytes` long. */
export interface TaskBundle {
  readonly url: string;
  readonly bytes: number;
  readonly taskIds: readonly string[];
}

export interface Listings {
  readonly tasks: readonly ChannelListing[];
  readonly bundles: readonly TaskBundle[];
}

/** The built-in tasks, as listed; nothing else is downloaded yet. */
export async function fetchListings(baseUrl: string): Promise<Result<Listings>> {
  const indexUrl = new URL(taskListPaths[0], baseUrl).href;
  try {
    const paths = [...taskListPaths, bundlesPath].map((path) => new URL(path, baseUrl).href);
    const [rawIndex, rawPresetTasks, rawBundles] = await Promise.all(paths.map(fetchJson));
    const bundles = parseBundleIndex(rawBundles).bundles.map(({ file, bytes, tasks }) => {
      return { url: new URL(file, indexUrl).href, bytes, taskIds: tasks };
    });
    const travel = travelBytes(bundles);
    const lists = [rawIndex, rawPresetTasks].map(parseDatasetIndex);
    const tasks = lists.flatMap((list, i) =>
      list.tasks.map((task) => listing(task, paths[i]!, travel.get(task.id))),
    );
    return { ok: true, value: { tasks, bundles } };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.info };
    const values = { path: taskListPaths[0], cause: causeOf(error) };
    return { ok: false, error: { code: 'download-failed', key: 'listNotLoaded', values } };
  }
}

/** What each task weighs by itself. */
const travelBytes = (bundles: readonly TaskBundle[]): ReadonlyMap<string, number> =>
  new Map(
    bundles.flatMap(({ bytes, taskIds }) => (taskIds.length === 1 ? [[taskIds[0]!, bytes]] : [])),
  );

type IndexedTask = ReturnType<typeof parseDatasetIndex>['tasks'][number];

function listing(
  task: IndexedTask,
  indexUrl: string,
  travelBytes: number = task.bytes,
): ChannelListing {
  const { id, name, cluster, metric, sha256, bytes } = task;
  const url = new URL(task.file, indexUrl).href;
  const source: TaskSource = { kind: 'builtIn', url, sha256, bytes };
  const chance = Math.max(task.baselines.majority, task.baselines.random);
  return { id, name, cluster, metric, size: task.counts.train, chance, source, travelBytes };
}

/** A dropped file as a task source, under its path in the folder that it came in. Its content is checked by the worker. */
export const ownFile = (file: File): FileSource => ({
  kind: 'file',
  fileName: file.name,
  file,
});
