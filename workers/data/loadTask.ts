import type {
  BuiltInSource,
  Download,
  TaskInfo,
  TaskSource,
} from '../../src/core/protocol/index.ts';
import { parseTaskFile } from '../../src/core/tasks/parseTaskFile.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { checkSha256, download } from './download.ts';

const maxSamples = 100;

/**
 * A task from the site (checked against its hash) or from the text of a dropped file.
 * @throws AppError 'download-failed' or 'bad-file'.
 */
export async function loadTask(
  source: TaskSource,
  onProgress: (download: Download) => void,
): Promise<Task> {
  if (source.kind === 'file') return parseTaskFile(source.text, source.fileName);
  const { url, bytes: expectedBytes } = source;
  return readBuiltIn(source, await download(url, { expectedBytes, onProgress }));
}

/** @throws AppError 'download-failed' (not the bytes that the index promises) or 'bad-file'. */
export async function readBuiltIn(
  { url, sha256 }: BuiltInSource,
  bytes: Uint8Array,
): Promise<Task> {
  await checkSha256(url, bytes, sha256);
  const fileName = url.split('/').pop() ?? url;
  return { ...parseTaskFile(new TextDecoder().decode(bytes), fileName), origin: 'built-in' };
}

/** What the page needs of a task. */
export function taskInfo(task: Task): TaskInfo {
  const { id, name, cluster, metric, definition, wordings, splits, licence, origin } = task;
  return {
    id,
    name,
    cluster,
    metric,
    definition,
    wordings: wordings
      .filter(({ isInverted }) => !isInverted)
      .map(({ text, place, ending }) => ({ text, place, ...(ending ? { ending } : {}) })),
    counts: {
      train: splits.train.length,
      validation: splits.validation.length,
      test: splits.test.length,
    },
    licence,
    origin,
    samples: splits.test.slice(0, maxSamples),
  };
}
