import { toErrorInfo, type Result } from '../../src/core/errors.ts';
import type { BuiltInSource, BundleSource, Download } from '../../src/core/protocol/index.ts';
import type { TaskLists } from '../../src/core/tasks/readTaskFile.ts';
import { download } from './download.ts';
import { gunzip } from './gunzip.ts';
import { readBuiltIn, type LoadedTask } from './loadTask.ts';

/**
 * The tasks of a bundle, each checked against its own hash, or why one is none.
 * @throws AppError 'download-failed' when the bundle itself does not come.
 */
export async function loadBundle(
  { url, bytes: expectedBytes, tasks }: BundleSource,
  lists: TaskLists,
  onProgress: (download: Download) => void,
): Promise<Result<LoadedTask>[]> {
  const bytes = await gunzip(url, await download(url, { expectedBytes, onProgress }));
  const results: Result<LoadedTask>[] = [];
  let at = 0;
  for (const task of tasks) {
    results.push(await read(task, bytes.subarray(at, at + task.bytes), lists));
    at += task.bytes;
  }
  return results;
}

async function read(
  source: BuiltInSource,
  bytes: Uint8Array,
  lists: TaskLists,
): Promise<Result<LoadedTask>> {
  try {
    return { ok: true, value: await readBuiltIn(source, bytes, lists) };
  } catch (error) {
    return { ok: false, error: toErrorInfo(error) };
  }
}
