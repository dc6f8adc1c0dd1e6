import type { App } from '../state/createApp.ts';
import { removeChannel } from './removeChannel.ts';
import { tell } from './tell.ts';

/** An own file's task leaves desk, library and worker. */
export async function removeOwn(app: App, id: string): Promise<void> {
  const { engine, library, world } = app;
  removeChannel(app, id);
  library.remove(id);
  await world.keptTasks.forget(id).catch(() => undefined);
  if (engine.api) tell(app, await engine.api.removeTask(id));
}
