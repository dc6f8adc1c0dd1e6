import { AppError } from '../errors.ts';
import { metrics } from '../metrics/index.ts';
import type { Metric } from '../metrics/metric.ts';
import { checkSize } from './fileLimits.ts';
import { readers } from './readers/index.ts';
import type { FileContent, FileHead, HowToRead, TaskReader } from './readers/reader.ts';
import type { ReadFile } from './readReport.ts';
import type { Task } from './task.ts';

/** What a task file may be written in and scored by. */
export interface TaskLists {
  readonly readers: readonly TaskReader[];
  readonly metrics: readonly Metric[];
}

/** The tasks of a built-in or dropped file, and what reading did. @throws AppError 'bad-file' with line or key. */
export async function readTaskFile(
  content: FileContent,
  fileName: string,
  lists: TaskLists = { readers, metrics },
  how?: HowToRead,
): Promise<ReadFile> {
  checkSize(content.bytes, fileName);
  const head = await content.head();
  if (head.text.replace(/^\uFEFF/, '').trim() === '') {
    throw new AppError('bad-file', 'emptyFile', { fileName });
  }
  const reader = surest(lists.readers, head);
  const { beside = [], ...alone } = content;
  if (beside.length > 0 && !reader?.readsBeside) {
    const { readRenderedFiles } = await import('./readers/renderedFiles.ts');
    return readRenderedFiles([{ fileName, content: alone }, ...beside], (one) =>
      readTaskFile(one.content, one.fileName, lists, how),
    );
  }
  if (!reader) {
    const known = lists.readers.map(({ name }) => name);
    throw new AppError('bad-file', 'unknownFormat', { fileName, begins: beginningOf(head), known });
  }
  const read = await reader.read(content, fileName, how);
  for (const task of read.tasks) checkMetric(task, fileName, lists.metrics);
  return read;
}

/** A few words of what is there, for the message. */
const beginningOf = ({ text }: FileHead): string =>
  text
    .trim()
    .replace(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, ' ')
    .slice(0, 40);

/** Of two that are equally sure, the first. */
export function surest(list: readonly TaskReader[], head: FileHead): TaskReader | null {
  let best: TaskReader | null = null;
  let most = 0;
  for (const reader of list) {
    const sureness = reader.recognises(head);
    if (sureness > most) [best, most] = [reader, sureness];
  }
  return best;
}

function checkMetric({ metric }: Task, fileName: string, list: readonly Metric[]): void {
  if (list.some(({ name }) => name === metric)) return;
  const known = list.map(({ name }) => name);
  throw new AppError('bad-file', 'unknownMetric', { fileName, metric, known });
}
