import { AppError } from '../errors.ts';
import { metrics } from '../metrics/index.ts';
import type { Metric } from '../metrics/metric.ts';
import { checkSize } from './fileLimits.ts';
import { endingsOf, readers } from './readers/index.ts';
import type { TaskReader, TextSource } from './readers/reader.ts';
import type { Task } from './task.ts';

/** What a task file may be written in and scored by. */
export interface TaskLists {
  readonly readers: readonly TaskReader[];
  readonly metrics: readonly Metric[];
}

/** The tasks of a built-in or dropped file. @throws AppError 'bad-file' with line or key. */
export async function readTaskFile(
  source: TextSource,
  fileName: string,
  lists: TaskLists = { readers, metrics },
): Promise<readonly Task[]> {
  checkSize(source.bytes, fileName);
  const head = await source.head();
  if (head.trim() === '') throw new AppError('bad-file', 'emptyFile', { fileName });
  const reader = surest(lists.readers, head, fileName);
  if (!reader) {
    const ending = fileName.split('.').at(-1)!.toLowerCase();
    const known = endingsOf(lists.readers);
    throw new AppError('bad-file', 'unknownEnding', { fileName, ending, known });
  }
  const tasks = await reader.read(source, fileName);
  for (const task of tasks) checkMetric(task, fileName, lists.metrics);
  return tasks;
}

/** Of two that are equally sure, the first. */
function surest(list: readonly TaskReader[], head: string, fileName: string): TaskReader | null {
  let best: TaskReader | null = null;
  let most = 0;
  for (const reader of list) {
    const sureness = reader.recognises(head, fileName);
    if (sureness > most) [best, most] = [reader, sureness];
  }
  return best;
}

function checkMetric({ metric }: Task, fileName: string, list: readonly Metric[]): void {
  if (list.some(({ name }) => name === metric)) return;
  const known = list.map(({ name }) => name);
  throw new AppError('bad-file', 'unknownMetric', { fileName, metric, known });
}
