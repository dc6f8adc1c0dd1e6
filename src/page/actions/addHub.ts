import { hubAddress } from '../../core/hub/hubAddress.ts';
import { toErrorInfo } from '../../core/errors.ts';
import type { HubSource } from '../../core/protocol/index.ts';
import type { App } from '../state/createApp.ts';
import { addTask } from './addTask.ts';
import { readOwn } from './readOwn.ts';

/** A dataset of a hub into the library and onto the desk, kept by its commit. Resolves to whether it came. */
export async function addHub(app: App, name: string): Promise<boolean> {
  const { library, notices, hub } = app;
  notices.clear();
  app.ownReading.isStopping = false;
  const reservedIds = library.tasks.filter(({ isOwn }) => !isOwn).map(({ id }) => id);
  const source = sourceOf(name, hub.address.current);
  if ('error' in source) {
    notices.error(source.error);
    return false;
  }
  const result = await readOwn(app, { ...source, reservedIds });
  if (!result.ok) {
    notices.error(result.error);
    return false;
  }
  for (const task of result.value) {
    await addTask(app, task, { ...source, name: task.hub?.name ?? name });
  }
  return true;
}

/** The datasets of a hub that the desk of a link or of a file asks for, one by one; nothing was asked of the hub before. */
export async function fetchAbsent(app: App): Promise<void> {
  for (const { hub } of app.desk.absent) if (hub !== undefined) await addHub(app, hub);
}

function sourceOf(
  name: string,
  address: string,
): HubSource | { readonly error: ReturnType<typeof toErrorInfo> } {
  try {
    return { kind: 'hub', name, endpoint: hubAddress(address) };
  } catch (error) {
    return { error: toErrorInfo(error) };
  }
}
