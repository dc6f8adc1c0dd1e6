import { AppError } from '../../src/core/errors.ts';
import { findDataset, folderOf } from '../../src/core/hub/findDataset.ts';
import { hubAddress } from '../../src/core/hub/hubAddress.ts';
import { hubNameText, parseHubName } from '../../src/core/hub/hubName.ts';
import { type HubWorld, hubResponse } from '../../src/core/hub/hubWorld.ts';
import { readHubDataset } from '../../src/core/hub/readHubDataset.ts';
import { storeOrMemory } from '../../src/core/hub/storeOrMemory.ts';
import { chanceLevel } from '../../src/core/tasks/chanceLevel.ts';
import { metricNamed } from '../../src/core/metrics/index.ts';
import type { HubSource } from '../../src/core/protocol/index.ts';
import type { TaskLists } from '../../src/core/tasks/readTaskFile.ts';
import type { FileReading } from './fileReading.ts';
import type { LoadedTask } from './loadTask.ts';
import { opfsStore } from './opfsStore.ts';

/**
 * The task of a dataset of a hub. What has been fetched is kept in the browser's own files, so that a reload asks for no row again.
 * @throws AppError 'bad-setting' for what is no name or address, 'download-failed' or 'bad-file'.
 */
export async function loadHub(
  { name: text, endpoint, mirrorOf = endpoint, mapping }: HubSource,
  reading: FileReading,
  lists: TaskLists,
): Promise<LoadedTask[]> {
  const name = parseHubName(text);
  if (!name) throw new AppError('bad-setting', 'badHubName', { got: text });
  const world: HubWorld = {
    endpoint: hubAddress(endpoint),
    fetch: async (url, headers) => hubResponse(await fetch(url, { headers, credentials: 'omit' })),
    store: storeOrMemory(opfsStore),
    wait: (ms) => reading.wait(ms),
    mayAskIfRange: false,
    watch: reading.bytes,
  };
  const dataset = await findDataset(world, name);
  const watch = { rows: reading.rows, expect: reading.expect, ...(mapping && { mapping }) };
  const { tasks, report, sha256 } = await readHubDataset(world, dataset, watch);
  const hub = {
    name: hubNameText(dataset.name),
    url: `${hubAddress(mirrorOf)}/datasets/${name.repo}/tree/${dataset.name.revision}`,
  };
  return tasks.map((task) => {
    const chance = chanceLevel(task, metricNamed(task.metric, lists.metrics));
    return { ...task, sha256, chance, report, hub };
  });
}

/** What was kept of a dataset at its commit goes; a browser that keeps nothing has nothing to lose. */
export async function forgetHub(pinned: string): Promise<void> {
  const name = parseHubName(pinned);
  if (!name || name.revision === null) return;
  await opfsStore.remove(`${folderOf(name.repo, name.revision)}/`).catch(() => undefined);
}
