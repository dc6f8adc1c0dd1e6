import type { App } from '../state/createApp.ts';
import { removeChannel } from './removeChannel.ts';
import { tell } from './tell.ts';

/** An own file's task leaves desk, library and worker. */
export async function removeOwn(app: App, id: string): Promise<void> {
  const { engine, library } = app;
  removeChannel(app, id);
  library.remove(id);
  if (engine.api) tell(app, await engine.api.removeTask(id));
}
