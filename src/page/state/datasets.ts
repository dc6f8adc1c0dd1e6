import { AppError, toErrorInfo, type Result } from '../../core/errors.ts';
import type { FileSource, TaskSource } from '../../core/protocol/index.ts';
import { parseBundleIndex } from '../../core/tasks/bundleIndex.ts';
import { endingsOf, readers } from '../../core/tasks/readers/index.ts';
import { hasEnding } from '../../core/tasks/readers/reader.ts';
import { parseDatasetIndex } from '../../core/tasks/datasetIndex.ts';
import type { ChannelListing } from './channel.svelte.ts';

const indexPath = 'datasets/index.json';
const bundlesPath = 'datasets/bundles.json';
/** What the page takes, and says that it takes. */
export const ownFileEndings = endingsOf(readers);
/** Beyond this a text would fill the worker's memory several times over while it is parsed. */
const maxOwnBytes = 64 * 1024 * 1024;

/** Tasks of one cluster in one file, `bytes` long. */
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
  const indexUrl = new URL(indexPath, baseUrl).href;
  try {
    const [rawIndex, rawBundles] = await Promise.all(
      [indexUrl, new URL(bundlesPath, baseUrl).href].map(fetchJson),
    );
    const index = parseDatasetIndex(rawIndex);
    const bundles = parseBundleIndex(rawBundles).bundles.map(({ file, bytes, tasks }) => {
      return { url: new URL(file, indexUrl).href, bytes, taskIds: tasks };
    });
    const travel = travelBytes(index.tasks, bundles);
    const tasks = index.tasks.map((task) => listing(task, indexUrl, travel.get(task.id)));
    return { ok: true, value: { tasks, bundles } };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: toErrorInfo(error) };
    const cause = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      error: {
        code: 'download-failed',
        message: `The list of tasks (${indexPath}) could not be loaded: ${cause}.`,
        hint: 'Check the connection, then try again.',
      },
    };
  }
}

async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.json();
}

/** What of its bundle's bytes belongs to each task: by its size. */
function travelBytes(
  tasks: readonly IndexedTask[],
  bundles: readonly TaskBundle[],
): ReadonlyMap<string, number> {
  const sizes = new Map(tasks.map(({ id, bytes }) => [id, bytes]));
  const shares = bundles.flatMap(({ bytes, taskIds }) => {
    const whole = taskIds.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0);
    return taskIds.map((id) => [id, (bytes * (sizes.get(id) ?? 0)) / whole] as const);
  });
  return new Map(shares);
}

type IndexedTask = ReturnType<typeof parseDatasetIndex>['tasks'][number];

function listing(
  task: IndexedTask,
  indexUrl: string,
  travelBytes: number = task.bytes,
): ChannelListing {
  const { id, name, cluster, metric, sha256, bytes } = task;
  const url = new URL(task.file, indexUrl).href;
  const source: TaskSource = { kind: 'builtIn', url, sha256, bytes };
  return { id, name, cluster, metric, size: task.counts.train, source, travelBytes };
}

/** A dropped file as a task source, or why it cannot be one. Its content is checked by the worker. */
export function ownFile(file: File): Result<FileSource> {
  const refuse = (message: string, hint: string): Result<FileSource> => ({
    ok: false,
    error: { code: 'bad-file', message, hint },
  });
  const isKnown = hasEnding(file.name, ownFileEndings);
  if (!isKnown) {
    return refuse(
      `${file.name} is not a task file.`,
      `Drop a ${ownFileEndings.join(', ')} file: a Super-NaturalInstructions task, or rows of instruction, input, output.`,
    );
  }
  if (file.size > maxOwnBytes) {
    return refuse(
      `${file.name} has ${Math.round(file.size / 1e6)} MB; at most ${Math.round(maxOwnBytes / 1e6)} MB fit.`,
      'Keep a part of its examples: a few thousand are plenty here.',
    );
  }
  return { ok: true, value: { kind: 'file', fileName: file.name, file } };
}
