import { AppError } from '../../src/core/errors.ts';
import type {
  BuiltInSource,
  Download,
  HubOrigin,
  TaskInfo,
} from '../../src/core/protocol/index.ts';
import { readTaskFile, type TaskLists } from '../../src/core/tasks/readTaskFile.ts';
import { bytesContent } from '../../src/core/tasks/readers/fileContent.ts';
import type { ReadReport } from '../../src/core/tasks/readReport.ts';
import type { Task } from '../../src/core/tasks/task.ts';
import { checkSha256, download } from './download.ts';

const maxSamples = 100;

/** A task, and what tells its file from every other version of it. */
export interface LoadedTask extends Task {
  /** Lower-case hex. */
  readonly sha256: string;
  /** `chanceLevel` of a dropped file; null for a built-in one, whose listing says it. */
  readonly chance: number | null;
  /** What reading a dropped file did; null for a built-in task. */
  readonly report: ReadReport | null;
  readonly hub?: HubOrigin;
}

/** A task from the site. @throws AppError 'download-failed' or 'bad-file'. */
export async function loadTask(
  source: BuiltInSource,
  lists: TaskLists,
  onProgress: (download: Download) => void,
): Promise<LoadedTask> {
  const { url, bytes: expectedBytes } = source;
  return readBuiltIn(source, await download(url, { expectedBytes, onProgress }), lists);
}

/** @throws AppError 'download-failed' (not the bytes that the index promises) or 'bad-file'. */
export async function readBuiltIn(
  { url, sha256 }: BuiltInSource,
  bytes: Uint8Array,
  lists: TaskLists,
): Promise<LoadedTask> {
  await checkSha256(url, bytes, sha256);
  const fileName = url.split('/').pop() ?? url;
  const content = bytesContent(bytes, fileName);
  const [task] = (await readTaskFile(content, fileName, lists)).tasks;
  if (!task) throw new AppError('download-failed', 'holdsNoTask', { url });
  return { ...task, origin: 'built-in', sha256: sha256.toLowerCase(), chance: null, report: null };
}

/** What the page needs of a task. */
export function taskInfo(task: LoadedTask): TaskInfo {
  const { id, sha256, chance, report, name, cluster, metric, definition } = task;
  const { wordings, positiveExamples, negativeExamples, splits, licence, origin } = task;
  return {
    id,
    sha256,
    name,
    cluster,
    metric,
    definition,
    positiveExamples,
    negativeExamples,
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
    ...(task.hub && { hub: task.hub }),
    chance,
    report,
    samples: splits.test.slice(0, maxSamples),
  };
}
