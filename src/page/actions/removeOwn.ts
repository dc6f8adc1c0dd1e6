import type { App } from '../state/createApp.ts';
import { removeChannel } from './removeChannel.ts';
import { tell } from './tell.ts';

/** An own file's task leaves desk, library and worker. */
export async function removeOwn(app: App, id: string): Promise<void> {
  await forgetOwn(app, id);
  const { api } = app.engine;
  if (api) tell(app, await api.removeTask(id));
}

/** It leaves the page; the worker has let it go itself. */
export async function forgetOwn(app: App, id: string): Promise<void> {
  removeChannel(app, id);
  app.library.remove(id);
  await app.world.keptTasks.forget(id).catch(() => undefined);
}
