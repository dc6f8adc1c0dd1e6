import type { App } from '../state/createApp.ts';
import { tell } from './tell.ts';

/** A task leaves desk and worker. */
export async function removeChannel(app: App, id: string): Promise<void> {
  const { engine, desk, tryIt } = app;
  desk.remove(id);
  if (tryIt.task?.id === id) tryIt.writeOwn();
  if (engine.api) tell(app, await engine.api.removeTask(id));
}
